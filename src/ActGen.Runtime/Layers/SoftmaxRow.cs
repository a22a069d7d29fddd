namespace ActGen.CompilerServices;

/// <summary>The parts of softmax over one row: m = max, e = exp(x − m), S = Σe in the order of row reductions.</summary>
/// <remarks>Subtracting the maximum keeps every finite row finite. A logit −∞ (a mask) has probability exactly 0; a row of nothing
/// but −∞, a logit +∞ and NaN give NaN, as in PyTorch. The maximum need not see a NaN: whatever it is, the NaN reaches S.</remarks>
internal static unsafe class SoftmaxRow<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>y = e/S. y may be x itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Probabilities(ReadOnlySpan<T> x, Span<T> y)
    {
        y = y[..x.Length];
        if (x.Length <= TVector.Count)
            InOneVector(x, y);
        else
            InThreePasses(x, y);
    }

    /// <summary>y = (x − m) − ln S. y may be x itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void LogProbabilities(ReadOnlySpan<T> x, Span<T> y)
    {
        (T max, T sum) = Normalizer(x);
        VectorLoop.Map<T, TVector, Difference>(x, y, new(max, Log(sum)));
    }

    /// <summary>e into <paramref name="e"/>, which may be x itself.</summary>
    /// <returns>m and S; beside a NaN, of which S tells, m may be anything.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (T Max, T Sum) Exponentials(ReadOnlySpan<T> x, Span<T> e)
    {
        T max = RowMaximum<T, TVector>.OfNumbers(x);
        return (max, RowReduction<T, TVector>.MapAndSum<ShiftedExponential>(x, e, new(max)));
    }

    /// <summary>m and S, without keeping e.</summary>
    /// <returns>m and S; beside a NaN, of which S tells, m may be anything.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static (T Max, T Sum) Normalizer(ReadOnlySpan<T> x)
    {
        T max = RowMaximum<T, TVector>.OfNumbers(x);
        return (max, MappedSum<T, TVector>.Of<ShiftedExponential>(x, new(max)));
    }

    /// <summary>ln x by the library's own function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Log(T x) => VectorMath.Log(new SimdScalar<T>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void InThreePasses(ReadOnlySpan<T> x, Span<T> y)
    {
        (_, T sum) = Exponentials(x, y);
        VectorLoop.Map<T, TVector, SoftmaxQuotient<T, TVector>>(y, y, new(sum));
    }

    // The same sequence of operations without leaving the registers: the lanes beyond the end hold e^−∞ = +0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InOneVector(ReadOnlySpan<T> source, Span<T> destination)
    {
        fixed (T* x = source, y = destination)
        {
            TVector row = TVector.LoadPart(x, source.Length, TVector.Constant(double.NegativeInfinity));
            TVector e = VectorMath.ExpOfNegative(row - TVector.Broadcast(TVector.LargestLane(row)));
            TVector.StorePart(e / TVector.Broadcast(TVector.SumOfLanes(e)), y, source.Length);
        }
    }

    /// <summary>exp(x − max).</summary>
    private readonly struct ShiftedExponential(T max) : IVectorMap<TVector>
    {
        private readonly TVector _max = TVector.Broadcast(max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => VectorMath.ExpOfNegative(x - _max);
    }

    /// <summary>(x − m) − ln S.</summary>
    private readonly struct Difference(T max, T logSum) : IVectorMap<TVector>
    {
        private readonly TVector _max = TVector.Broadcast(max), _logSum = TVector.Broadcast(logSum);

        public static bool IsCheap => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => x - _max - _logSum;
    }
}
