using ActGen.CompilerServices;

namespace ActGen;

/// <summary>θ ← shrink·θ − rate·direction, the last step of rules that first find a direction for a whole tensor.</summary>
internal readonly ref struct Descent(Span<float> parameters, ReadOnlySpan<float> direction, float rate, float shrink) : IVectorKernel<float>
{
    private readonly Span<float> _parameters = parameters;
    private readonly ReadOnlySpan<float> _direction = direction;
    private readonly float _rate = rate, _shrink = shrink;

    /// <summary>Takes the step.</summary>
    public static void Run(Span<float> parameters, ReadOnlySpan<float> direction, float rate, float shrink = 1)
    {
        Descent kernel = new(parameters, direction, rate, shrink);
        VectorWidth.Run<Descent, float>(ref kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void IVectorKernel<float>.Run<TVector>() =>
        VectorLoop.Map<float, TVector, Step<TVector>>(_parameters, _direction, _parameters, new(TVector.Broadcast(_rate), TVector.Broadcast(_shrink)));

    private readonly struct Step<TVector>(TVector rate, TVector shrink) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _rate = rate, _shrink = shrink;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector θ, TVector direction) => (θ * _shrink) - (_rate * direction);
    }
}
