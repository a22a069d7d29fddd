namespace ActGen.CompilerServices;

/// <summary>What of A a vector of columns is multiplied by, as a type: the JIT compiles one tile for each.</summary>
internal interface IProductFactor
{
    /// <summary>Whether each column has an element of A of its own, at the same place as in B.</summary>
    static abstract bool IsPerColumn { get; }
}

/// <summary>One element of A for all columns: matrix products.</summary>
internal readonly struct SameForAll : IProductFactor
{
    public static bool IsPerColumn => false;
}

/// <summary>An element of A for each column: depthwise convolutions.</summary>
internal readonly struct PerColumn : IProductFactor
{
    public static bool IsPerColumn => true;
}
