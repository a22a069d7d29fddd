namespace ActGen.CompilerServices;

/// <summary>a·f(b).</summary>
internal readonly ref struct TimesActivation<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorMap2<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector a, TVector b) => a * TActivation.Forward<TVector, Accurate>(b, _parameters);
}

/// <summary>a·f(b), and its derivatives f(b) by a and a·f′(b) by b.</summary>
internal readonly ref struct GateWithDerivatives<TActivation, TVector>(ReadOnlySpan<TVector> parameters) : IVectorTripleMap2<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector a, TVector b, out TVector byValue, out TVector byGate)
    {
        byValue = TActivation.ForwardWithDerivative<TVector, Accurate>(b, _parameters, out TVector derivative);
        byGate = a * derivative;
        return a * byValue;
    }
}
