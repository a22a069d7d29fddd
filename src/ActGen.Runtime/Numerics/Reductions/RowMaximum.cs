namespace ActGen.CompilerServices;

/// <summary>The largest element of a row. It does not depend on the order.</summary>
internal static unsafe class RowMaximum<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The largest of at least one element: NaN if any element is; +0 is above −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of(ReadOnlySpan<T> row)
    {
        fixed (T* x = row)
        {
            TVector padding = TVector.Broadcast(T.NegativeInfinity), max = padding;
            for (nuint i = 0, length = (nuint)row.Length; i < length; i += (nuint)TVector.Count)
                max = TVector.Max(max, RowVector<T, TVector>.Load(x + i, RowVector<T, TVector>.Lanes(length - i), padding));
            T* lane = stackalloc T[TVector.Count];
            TVector.Store(max, ref *lane, 0);
            T largest = *lane;
            for (int i = 1; i < TVector.Count; i++)
                largest = T.Max(largest, lane[i]);
            return largest;
        }
    }

    /// <summary>The largest of at least one element, where no element is NaN; otherwise any element, or −∞. Of zeros either one.</summary>
    /// <remarks>One instruction for each vector, in four chains: one alone would wait for each.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T OfNumbers(ReadOnlySpan<T> row)
    {
        nuint length = (nuint)row.Length, count = (nuint)TVector.Count, i = 0;
        TVector padding = TVector.Broadcast(T.NegativeInfinity), m0 = padding, m1 = padding, m2 = padding, m3 = padding;
        fixed (T* x = row)
        {
            for (; i + (4 * count) <= length; i += 4 * count)
            {
                m0 = TVector.AtLeast(m0, TVector.Load(in *x, i));
                m1 = TVector.AtLeast(m1, TVector.Load(in *x, i + count));
                m2 = TVector.AtLeast(m2, TVector.Load(in *x, i + (2 * count)));
                m3 = TVector.AtLeast(m3, TVector.Load(in *x, i + (3 * count)));
            }
            for (; i < length; i += count)
                m0 = TVector.AtLeast(m0, RowVector<T, TVector>.Load(x + i, RowVector<T, TVector>.Lanes(length - i), padding));
        }

        return TVector.LargestLane(TVector.AtLeast(TVector.AtLeast(m0, m1), TVector.AtLeast(m2, m3)));
    }
}
