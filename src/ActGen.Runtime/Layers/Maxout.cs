using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>yⱼ = the largest of the j-th elements of a row's equal parts (Goodfellow et al. 2013). Keeps the derivative: 1 at the first
/// element that is the largest, 0 elsewhere, NaN where y is NaN. Backward: each part's dx = g ⊙ derivative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Maxout : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ref T from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(y), derivative = ref MemoryMarshal.GetReference(kept);
        nuint width = (nuint)y.Length, length = (nuint)x.Length, whole = width - (width % (nuint)TVector.Count);
        Largest<T, TVector>(ref from, ref to, 0, whole, width, length);
        Largest<T, SimdScalar<T>>(ref from, ref to, whole, width, width, length);
        if (kept.IsEmpty)
            return;
        First<T, TVector>(ref from, ref to, ref derivative, 0, whole, width, length);
        First<T, SimdScalar<T>>(ref from, ref to, ref derivative, whole, width, width, length);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int part = 0; part < inputGradient.Length; part += outputGradient.Length)
            VectorLoop.Map<T, TVector, Product<TVector>>(outputGradient, kept.Slice(part, outputGradient.Length), inputGradient[part..], default);
    }

    /// <summary>The maxima of the columns from <paramref name="start"/> to <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Largest<T, TVector>(ref T x, ref T y, nuint start, nuint end, nuint width, nuint length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (nuint column = start; column < end; column += (nuint)TVector.Count)
        {
            TVector max = TVector.Load(in x, column);
            for (nuint i = column + width; i < length; i += width)
                max = TVector.Max(max, TVector.Load(in x, i));
            TVector.Store(max, ref y, column);
        }
    }

    /// <summary>1 at the first of the largest; <paramref name="derivative"/> may be <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void First<T, TVector>(ref T x, ref T y, ref T derivative, nuint start, nuint end, nuint width, nuint length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (nuint column = start; column < end; column += (nuint)TVector.Count)
        {
            TVector max = TVector.Load(in y, column), none = TVector.Select(TVector.IsNaN(max), max, TVector.Zero), left = TVector.Constant(1);
            for (nuint i = column; i < length; i += width)
            {
                // What is left is 1 until the first of the largest takes it.
                TVector isLargest = TVector.AreEqual(TVector.Load(in x, i), max);
                TVector.Store(TVector.Select(isLargest, left, none), ref derivative, i);
                left = TVector.Select(isLargest, none, left);
            }
        }
    }
}
