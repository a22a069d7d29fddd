namespace ActGen.CompilerServices;

/// <summary>Looks for what is no number.</summary>
internal static class FiniteNumbers
{
    /// <summary>Index of the first element that is NaN or infinite; −1 when there is none.</summary>
    public static int IndexOfNonFinite(this ReadOnlySpan<float> values)
    {
        Kernel kernel = new() { Values = values };
        VectorWidth.Run<Kernel, float>(ref kernel);
        if (kernel.AreFinite)
            return -1;
        int i = 0;
        while (float.IsFinite(values[i]))
            i++;
        return i;
    }

    /// <summary>Σ 0·x, which is 0 where all elements are finite and NaN elsewhere; four sums that do not wait for each other.</summary>
    private ref struct Kernel : IVectorKernel<float>
    {
        public ReadOnlySpan<float> Values;
        public bool AreFinite;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public unsafe void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector sum0 = TVector.Zero, sum1 = TVector.Zero, sum2 = TVector.Zero, sum3 = TVector.Zero;
            nuint count = (nuint)TVector.Count, length = (nuint)Values.Length, i = 0;
            fixed (float* values = Values)
            {
                for (; i + (4 * count) <= length; i += 4 * count)
                {
                    TVector.Accumulate(TVector.Zero, values + i, ref sum0);
                    TVector.Accumulate(TVector.Zero, values + i + count, ref sum1);
                    TVector.Accumulate(TVector.Zero, values + i + (2 * count), ref sum2);
                    TVector.Accumulate(TVector.Zero, values + i + (3 * count), ref sum3);
                }
                for (; i < length; i += count)
                    sum0 = TVector.MultiplyAdd(TVector.Zero, RowVector<float, TVector>.Load(values + i, RowVector<float, TVector>.Lanes(length - i)), sum0);
            }
            AreFinite = !TVector.Any(TVector.IsNaN(sum0 + sum1 + (sum2 + sum3)));
        }
    }
}
