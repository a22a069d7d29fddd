using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Plain sweeps over gradients.</summary>
internal static class GradientScaling
{
    /// <summary>sum += gradients.</summary>
    public static void Add(ReadOnlySpan<float> gradients, Span<float> sum)
    {
        var kernel = new AddKernel(gradients, sum);
        VectorWidth.Run<AddKernel, float>(ref kernel);
    }

    /// <summary>g = g · factor.</summary>
    public static void Multiply(Span<float> gradients, float factor)
    {
        var kernel = new MultiplyKernel(gradients, factor);
        VectorWidth.Run<MultiplyKernel, float>(ref kernel);
    }

    /// <summary>g = min(max(g, −limit), limit); NaN stays NaN.</summary>
    public static void Clamp(Span<float> gradients, float limit)
    {
        var kernel = new ClampKernel(gradients, limit);
        VectorWidth.Run<ClampKernel, float>(ref kernel);
    }

    private readonly ref struct AddKernel(ReadOnlySpan<float> source, Span<float> sum) : IVectorKernel<float>
    {
        private readonly ReadOnlySpan<float> _source = source;
        private readonly Span<float> _sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() => VectorLoop.Map<float, TVector, Sum<TVector>>(_sum, _source, _sum, default);
    }

    private readonly ref struct MultiplyKernel(Span<float> values, float factor) : IVectorKernel<float>
    {
        private readonly Span<float> _values = values;
        private readonly float _factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() => VectorLoop.Map<float, TVector, Product<TVector>>(_values, _values, new(TVector.Broadcast(_factor)));
    }

    private readonly ref struct ClampKernel(Span<float> values, float limit) : IVectorKernel<float>
    {
        private readonly Span<float> _values = values;
        private readonly float _limit = limit;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() => VectorLoop.Map<float, TVector, Clamped<TVector>>(_values, _values, new(TVector.Broadcast(_limit)));
    }

    private readonly struct Sum<TVector> : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector y) => x + y;
    }

    private readonly struct Product<TVector>(TVector factor) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => x * _factor;
    }

    private readonly struct Clamped<TVector>(TVector limit) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _limit = limit;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TVector.Min(TVector.Max(x, -_limit), _limit);
    }
}
