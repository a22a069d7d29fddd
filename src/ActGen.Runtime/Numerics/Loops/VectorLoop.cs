using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Element-wise loops, written once. A destination may be a source itself; they may not overlap otherwise.</summary>
/// <remarks>The end of a row is a vector of which only the first lanes are loaded and stored; rows shorter than a vector are nothing but such an end. The
/// function is compiled into the loop once, ends included: twice or more exceeds what the JIT is willing to inline, and a function
/// that is left as calls costs ten times as much. The processor overlaps the iterations without unrolling; only where a function
/// is a few operations (<see cref="IVectorMap{TVector}.IsCheap"/>) the loop itself would be the cost.</remarks>
internal static unsafe partial class VectorLoop
{
    /// <summary>destination[i] = map(source[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        destination = destination[..source.Length];
        ref T x = ref MemoryMarshal.GetReference(source), y = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)source.Length;
        if (TMap.IsCheap && length >= 4 * (nuint)TVector.Count)
            SweepUnrolled<T, TVector, TMap>(ref x, ref y, length, in map);
        else if (length > 0)
            Sweep<T, TVector, TMap>(ref x, ref y, length, in map);
    }

    /// <summary>The same where the map is all that a method does: a row of at most one vector takes no second call, which would cost more than it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MapAlone<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        if (source.Length > TVector.Count)
        {
            Map<T, TVector, TMap>(source, destination, in map);
            return;
        }
        destination = destination[..source.Length];
        fixed (T* x = source, y = destination)
            TVector.StorePart(map.Apply(TVector.LoadPart(x, source.Length, TVector.Zero)), y, source.Length);
    }

    /// <summary>destination[i] = map(x[i], y[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        y = y[..x.Length];
        destination = destination[..x.Length];
        ref T left = ref MemoryMarshal.GetReference(x), right = ref MemoryMarshal.GetReference(y), result = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)x.Length;
        if (TMap.IsCheap && length >= 2 * (nuint)TVector.Count)
            SweepUnrolled2<T, TVector, TMap>(ref left, ref right, ref result, length, in map);
        else if (length > 0)
            Sweep2<T, TVector, TMap>(ref left, ref right, ref result, length, in map);
    }

    /// <summary>first[i], second[i] = map(source[i]): two results from one evaluation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MapToPair<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> first, Span<T> second, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorPairMap<TVector>, allows ref struct
    {
        first = first[..source.Length];
        second = second[..source.Length];
        if (source.Length > 0)
            SweepToPair<T, TVector, TMap>(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second), (nuint)source.Length, in map);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep<T, TVector, TMap>(ref T source, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        fixed (T* x = &source, y = &destination)
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                RowVector<T, TVector>.Store(map.Apply(RowVector<T, TVector>.Load(x + i, count)), y + i, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepUnrolled<T, TVector, TMap>(ref T source, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        nuint count = (nuint)TVector.Count, i = 0;
        for (; i + (4 * count) <= length; i += 4 * count)
        {
            TVector y0 = map.Apply(TVector.Load(ref source, i)), y1 = map.Apply(TVector.Load(ref source, i + count));
            TVector y2 = map.Apply(TVector.Load(ref source, i + (2 * count))), y3 = map.Apply(TVector.Load(ref source, i + (3 * count)));
            TVector.Store(y0, ref destination, i);
            TVector.Store(y1, ref destination, i + count);
            TVector.Store(y2, ref destination, i + (2 * count));
            TVector.Store(y3, ref destination, i + (3 * count));
        }
        if (i < length)
            Sweep<T, TVector, TMap>(ref Unsafe.Add(ref source, i), ref Unsafe.Add(ref destination, i), length - i, in map);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep2<T, TVector, TMap>(ref T left, ref T right, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        fixed (T* x = &left, y = &right, z = &destination)
        {
            // One question for each vector: a loop of a few operations would notice one for each stream.
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                bool isWhole = count == TVector.Count;
                TVector a, b;
                if (isWhole)
                    (a, b) = (TVector.Load(in *(x + i), 0), TVector.Load(in *(y + i), 0));
                else
                    (a, b) = (TVector.LoadPart(x + i, count, TVector.Zero), TVector.LoadPart(y + i, count, TVector.Zero));
                TVector result = map.Apply(a, b);
                if (!isWhole)
                {
                    TVector.StorePart(result, z + i, count);
                    return;
                }
                TVector.Store(result, ref *(z + i), 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepUnrolled2<T, TVector, TMap>(ref T x, ref T y, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        nuint count = (nuint)TVector.Count, i = 0;
        for (; i + (2 * count) <= length; i += 2 * count)
        {
            TVector r0 = map.Apply(TVector.Load(ref x, i), TVector.Load(ref y, i)), r1 = map.Apply(TVector.Load(ref x, i + count), TVector.Load(ref y, i + count));
            TVector.Store(r0, ref destination, i);
            TVector.Store(r1, ref destination, i + count);
        }
        if (i < length)
            Sweep2<T, TVector, TMap>(ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i), ref Unsafe.Add(ref destination, i), length - i, in map);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepToPair<T, TVector, TMap>(ref T source, ref T first, ref T second, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorPairMap<TVector>, allows ref struct
    {
        fixed (T* x = &source, y = &first, z = &second)
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                TVector result = map.Apply(RowVector<T, TVector>.Load(x + i, count), out TVector other);
                RowVector<T, TVector>.Store(result, y + i, count);
                RowVector<T, TVector>.Store(other, z + i, count);
            }
        }
    }
}
