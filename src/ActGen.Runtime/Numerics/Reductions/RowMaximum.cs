using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>The largest element of a row: NaN if any element is; +0 is above −0. It does not depend on the order.</summary>
internal static class RowMaximum<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The largest of at least one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of(ReadOnlySpan<T> x)
    {
        nuint length = (nuint)x.Length, count = (nuint)TVector.Count;
        return length >= 4 * count && TryFast(ref MemoryMarshal.GetReference(x), length, out T max) ? max : Exact(x);
    }

    // One instruction per vector in four chains, blind to the sign of zeros and to NaN (which it collects): undecided in both cases.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFast(ref T source, nuint length, out T max)
    {
        nuint count = (nuint)TVector.Count, last = length - (4 * count);
        TVector m0 = TVector.Load(ref source, last), m1 = TVector.Load(ref source, last + count), m2 = TVector.Load(ref source, last + (2 * count)), m3 = TVector.Load(ref source, last + (3 * count));
        TVector isNaN = TVector.Or(TVector.Or(TVector.IsNaN(m0), TVector.IsNaN(m1)), TVector.Or(TVector.IsNaN(m2), TVector.IsNaN(m3)));
        for (nuint i = 0; i < last; i += 4 * count)
        {
            TVector x0 = TVector.Load(ref source, i), x1 = TVector.Load(ref source, i + count), x2 = TVector.Load(ref source, i + (2 * count)), x3 = TVector.Load(ref source, i + (3 * count));
            m0 = TVector.AtLeast(m0, x0);
            m1 = TVector.AtLeast(m1, x1);
            m2 = TVector.AtLeast(m2, x2);
            m3 = TVector.AtLeast(m3, x3);
            // A sum is NaN where one of its terms is, and for opposite infinities, which the exact way then sorts out.
            isNaN = TVector.Or(isNaN, TVector.IsNaN((x0 + x1) + (x2 + x3)));
        }

        TVector largest = TVector.Max(TVector.Max(m0, m1), TVector.Max(m2, m3));
        max = OfLanes(ref PartialVector.Lanes<T, TVector>(ref largest));
        return !TVector.Any(isNaN) && max != T.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Exact(ReadOnlySpan<T> x)
    {
        ref T source = ref MemoryMarshal.GetReference(x);
        nuint length = (nuint)x.Length;
        if (length < (nuint)TVector.Count)
            return OfShort(x);
        nuint last = RowEnd<T, TVector>.Start(length);
        TVector max = TVector.Load(ref source, last);
        for (nuint i = 0; i < last; i += (nuint)TVector.Count)
            max = TVector.Max(max, TVector.Load(ref source, i));
        return OfLanes(ref PartialVector.Lanes<T, TVector>(ref max));
    }

    private static T OfShort(ReadOnlySpan<T> x)
    {
        T max = x[0];
        foreach (T value in x[1..])
            max = T.Max(max, value);
        return max;
    }

    private static T OfLanes(ref T lane)
    {
        if (TVector.Count > Simd256<T>.Count)
            Simd256<T>.Store(Simd256<T>.Max(Simd256<T>.Load(in lane, 0), Simd256<T>.Load(in lane, (nuint)Simd256<T>.Count)), ref lane, 0);
        if (TVector.Count > Simd128<T>.Count)
            Simd128<T>.Store(Simd128<T>.Max(Simd128<T>.Load(in lane, 0), Simd128<T>.Load(in lane, (nuint)Simd128<T>.Count)), ref lane, 0);
        T max = lane;
        for (int i = 1; i < Math.Min(TVector.Count, Simd128<T>.Count); i++)
            max = T.Max(max, Unsafe.Add(ref lane, i));
        return max;
    }
}
