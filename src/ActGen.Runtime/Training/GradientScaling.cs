using System.Runtime.InteropServices;
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

    private readonly ref struct AddKernel(ReadOnlySpan<float> source, Span<float> destination) : IVectorKernel<float>
    {
        private readonly ReadOnlySpan<float> _source = source;
        private readonly Span<float> _destination = destination;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            nuint done = Sweep<TVector>(0);
            Sweep<SimdScalar<float>>(done);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nuint Sweep<TVector>(nuint i)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            ref float source = ref MemoryMarshal.GetReference(_source);
            ref float destination = ref MemoryMarshal.GetReference(_destination);
            nuint length = (nuint)_source.Length;
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
                TVector.Store(TVector.Load(in destination, i) + TVector.Load(in source, i), ref destination, i);
            return i;
        }
    }

    private readonly ref struct MultiplyKernel(Span<float> values, float factor) : IVectorKernel<float>
    {
        private readonly Span<float> _values = values;
        private readonly float _factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            nuint done = Sweep<TVector>(0);
            Sweep<SimdScalar<float>>(done);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nuint Sweep<TVector>(nuint i)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            ref float values = ref MemoryMarshal.GetReference(_values);
            nuint length = (nuint)_values.Length;
            TVector factor = TVector.Broadcast(_factor);
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
                TVector.Store(TVector.Load(in values, i) * factor, ref values, i);
            return i;
        }
    }

    private readonly ref struct ClampKernel(Span<float> values, float limit) : IVectorKernel<float>
    {
        private readonly Span<float> _values = values;
        private readonly float _limit = limit;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            nuint done = Sweep<TVector>(0);
            Sweep<SimdScalar<float>>(done);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nuint Sweep<TVector>(nuint i)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            ref float values = ref MemoryMarshal.GetReference(_values);
            nuint length = (nuint)_values.Length;
            TVector most = TVector.Broadcast(_limit);
            TVector least = TVector.Broadcast(-_limit);
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
                TVector.Store(TVector.Min(TVector.Max(TVector.Load(in values, i), least), most), ref values, i);
            return i;
        }
    }
}
