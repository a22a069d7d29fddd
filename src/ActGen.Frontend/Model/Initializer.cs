namespace ActGen.Frontend.Model;

/// <summary>The runtime's <c>Initializer</c>, member by member.</summary>
internal enum Initializer
{
    Auto = 0,
    He,
    HeUniform,
    Glorot,
    GlorotUniform,
    LeCun,
    LeCunUniform,
    Orthogonal,
    Zeros,
    KaimingLike,
    PyTorch,
    HeFanOut,
    HeFanOutUniform,
    Normal,
    Uniform,
    TruncatedNormal,
    Ones,
    Identity,
}
