using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>A tensor of the flat parameter buffer.</summary>
/// <param name="Name">Dotted name in weight files: <c>layer1.weight</c>.</param>
/// <param name="Dimensions">In storage order.</param>
/// <param name="Offset">First element in the flat buffer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Distribution">How it starts.</param>
/// <param name="Scale">Standard deviation, bound, value or gain, with 6 significant digits.</param>
internal sealed record ParameterTensor(
    string Name, EquatableArray<int> Dimensions, int Offset, TensorKind Kind, InitialDistribution Distribution, double Scale)
{
    /// <summary>Elements.</summary>
    public int Length => Dimensions.Items.Aggregate(1, static (product, size) => product * size);
}

/// <summary>What a tensor is; the names of the runtime's <c>ParameterKind</c>.</summary>
internal enum TensorKind
{
    /// <summary>Weights of a linear map.</summary>
    Weight,

    /// <summary>A bias.</summary>
    Bias,

    /// <summary>A learned parameter of an activation.</summary>
    Activation,

    /// <summary>The factors of a normalisation.</summary>
    Scale,

    /// <summary>A running average of what training saw: saved, but not trained.</summary>
    Statistic,
}

/// <summary>Distribution of initial values; the names of the runtime's enumeration.</summary>
internal enum InitialDistribution
{
    /// <summary>Every element equals the scale.</summary>
    Constant,

    /// <summary>Normal with the scale as standard deviation.</summary>
    Normal,

    /// <summary>Uniform on ±scale.</summary>
    Uniform,

    /// <summary>Orthonormal rows or columns, times the scale.</summary>
    Orthogonal,

    /// <summary>Normal with the scale as standard deviation, values beyond two of them drawn again.</summary>
    TruncatedNormal,

    /// <summary>The scale on the diagonal, 0 elsewhere.</summary>
    Identity,

    /// <summary>The scale in the second of four equal parts, 0 elsewhere.</summary>
    ForgetGate,
}
