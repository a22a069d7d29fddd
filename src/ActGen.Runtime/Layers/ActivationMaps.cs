namespace ActGen.CompilerServices;

/// <summary>y = f(x).</summary>
internal readonly ref struct ActivationForward<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    public static bool IsCheap => TActivation.IsCheap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x) => TActivation.Forward<TVector, Accurate>(x, _parameters);
}

/// <summary>y = f(x) and f′(x).</summary>
internal readonly ref struct ActivationForwardWithDerivative<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorPairMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, out TVector derivative) => TActivation.ForwardWithDerivative<TVector, Accurate>(x, _parameters, out derivative);
}

/// <summary>f′(x).</summary>
internal readonly ref struct ActivationDerivative<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x) => TActivation.Derivative<TVector, Accurate>(x, _parameters);
}

/// <summary>g·f′(x) from the kept x.</summary>
internal readonly ref struct TimesDerivative<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorMap2<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector gradient, TVector x) => gradient * TActivation.Derivative<TVector, Accurate>(x, _parameters);
}

/// <summary>g·f′ from the kept y.</summary>
internal readonly ref struct TimesDerivativeOfOutput<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorMap2<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    public static bool IsCheap => TActivation.IsCheap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector gradient, TVector y) => gradient * TActivation.DerivativeOfOutput<TVector, Accurate>(y, _parameters);
}

/// <summary>g·∂f/∂p at the kept x, for one learned parameter p.</summary>
/// <param name="parameter">Index of p.</param>
/// <param name="parameters">The formula's parameters.</param>
internal readonly ref struct TimesParameterDerivative<TActivation, TVector>(int parameter, ReadOnlySpan<TVector> parameters) : IVectorMap2<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly int _parameter = parameter;
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector gradient, TVector x) => gradient * TActivation.ParameterDerivative<TVector, Accurate>(_parameter, x, _parameters);
}

/// <summary>x·y.</summary>
internal readonly struct Product<TVector> : IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, TVector y) => x * y;
}

/// <summary>x + y.</summary>
internal readonly struct Sum<TVector> : IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, TVector y) => x + y;
}
