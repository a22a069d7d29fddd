using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Element-wise loops, written once. Source and destination may be the same memory; they may not overlap otherwise.</summary>
internal static class VectorLoop
{
    /// <summary>destination[i] = map(source[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        destination = destination[..source.Length];
        ref T from = ref MemoryMarshal.GetReference(source), to = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)source.Length, count = (nuint)TVector.Count, i = 0;
        for (; i + (2 * count) <= length; i += 2 * count)
        {
            // Two at once: the chains of one vector alone leave the multipliers idle.
            TVector first = map.Apply(TVector.Load(in from, i)), second = map.Apply(TVector.Load(in from, i + count));
            TVector.Store(first, ref to, i);
            TVector.Store(second, ref to, i + count);
        }

        if (i + count <= length)
        {
            TVector.Store(map.Apply(TVector.Load(in from, i)), ref to, i);
            i += count;
        }

        if (i < length)
            PartialVector.Store(map.Apply(PartialVector.Load<T, TVector>(source[(int)i..])), destination[(int)i..]);
    }

    /// <summary>destination[i] = map(x[i], y[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        y = y[..x.Length];
        destination = destination[..x.Length];
        ref T fromX = ref MemoryMarshal.GetReference(x), fromY = ref MemoryMarshal.GetReference(y), to = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)x.Length, count = (nuint)TVector.Count, i = 0;
        for (; i + count <= length; i += count)
            TVector.Store(map.Apply(TVector.Load(in fromX, i), TVector.Load(in fromY, i)), ref to, i);
        if (i < length)
        {
            int tail = (int)i;
            PartialVector.Store(map.Apply(PartialVector.Load<T, TVector>(x[tail..]), PartialVector.Load<T, TVector>(y[tail..])), destination[tail..]);
        }
    }
}
