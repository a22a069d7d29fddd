using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A <see cref="WeightAverage"/> at work on one network.</summary>
internal sealed class WeightAveraging(WeightAverage description, int count)
{
    private readonly AlignedBuffer _average = new(count);
    private long _taken;
    private float _share;

    /// <summary>The average; null until weights were taken.</summary>
    public AlignedBuffer? Average => _taken > 0 ? _average : null;

    /// <summary>Before the workers start: how much of the weights after this update is mixed in.</summary>
    /// <param name="update">From 1.</param>
    public void Begin(long update) =>
        _share = !description.Takes(update) ? 0 : _taken == 0 ? 1 : (float)description.ShareAfter(_taken);

    /// <summary>One worker's part, after its part of the update.</summary>
    public void Run(Work work, ReadOnlySpan<float> parameters)
    {
        if (_share == 0)
            return;
        // Rules share out tensors in their own ways: this worker's elements may be another's to update.
        work.Synchronize();
        (int start, int end) = work.Share(parameters.Length, GradientNorm.BlockLength);
        if (_taken == 0)
            parameters[start..end].CopyTo(_average.Span[start..end]);
        else
            Mix(parameters[start..end], _average.Span[start..end], _share);
    }

    /// <summary>After all workers have finished.</summary>
    public void End()
    {
        if (_share > 0)
            _taken++;
    }

    private static void Mix(ReadOnlySpan<float> parameters, Span<float> average, float share)
    {
        var kernel = new MixKernel(parameters, average, share);
        VectorWidth.Run<MixKernel, float>(ref kernel);
    }

    private readonly ref struct MixKernel(ReadOnlySpan<float> parameters, Span<float> average, float share) : IVectorKernel<float>
    {
        private readonly ReadOnlySpan<float> _parameters = parameters;
        private readonly Span<float> _average = average;
        private readonly float _share = share;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IVectorKernel<float>.Run<TVector>() =>
            VectorLoop.Map<float, TVector, Mixed<TVector>>(_average, _parameters, _average, new(TVector.Broadcast(_share)));
    }

    /// <summary>a + share·(θ − a).</summary>
    private readonly struct Mixed<TVector>(TVector share) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _share = share;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector a, TVector θ) => a + (_share * (θ - a));
    }
}
