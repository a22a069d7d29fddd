namespace ActGen.CompilerServices;

/// <summary>Vector functions that generated kernels call: the same bits at every width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    /// <summary>eˣ.</summary>
    public static TVector Exp<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>eˣ − 1.</summary>
    public static TVector Expm1<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>ln x.</summary>
    public static TVector Log<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>ln(1 + x).</summary>
    public static TVector Log1p<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>tanh x.</summary>
    public static TVector Tanh<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>ln(1 + eˣ).</summary>
    public static TVector Softplus<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    public static TVector LogSigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>The error function.</summary>
    public static TVector Erf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>Φ(x), the normal distribution function, its lower tail included.</summary>
    public static TVector NormalCdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();

    /// <summary>φ(x), the normal density.</summary>
    public static TVector NormalPdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => throw new NotImplementedException();
}
