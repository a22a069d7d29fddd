using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>The end of a row that does not fill a vector, for reductions: the other lanes hold padding, which an overlapping vector has not.</summary>
internal static class PartialVector
{
    /// <summary>A vector whose first lanes are <paramref name="source"/>, the others +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<T, TVector>(ReadOnlySpan<T> source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => Load<T, TVector>(source, TVector.Zero);

    /// <summary>A vector whose first lanes are <paramref name="source"/>, the others those of <paramref name="padding"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<T, TVector>(ReadOnlySpan<T> source, TVector padding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        TVector vector = padding;
        source.CopyTo(MemoryMarshal.CreateSpan(ref Lanes<T, TVector>(ref vector), TVector.Count));
        return vector;
    }

    /// <summary>The first lane of a vector in memory; the others follow it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Lanes<T, TVector>(ref TVector vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => ref Unsafe.As<TVector, T>(ref vector);
}
