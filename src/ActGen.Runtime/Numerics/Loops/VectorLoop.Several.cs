using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <content>Loops over more than three streams.</content>
internal static partial class VectorLoop
{
    /// <summary>destination[i] = map(x[i], y[i], z[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap3<TVector>, allows ref struct
    {
        y = y[..x.Length];
        z = z[..x.Length];
        destination = destination[..x.Length];
        if (x.Length > 0)
            Sweep3<T, TVector, TMap>(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(z), ref MemoryMarshal.GetReference(destination), (nuint)x.Length, in map);
    }

    /// <summary>first[i], second[i], third[i] = map(x[i], y[i]): three results from one evaluation. Each destination may be a source itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapToTriple<T, TVector, TMap>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, Span<T> third, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorTripleMap2<TVector>, allows ref struct
    {
        y = y[..x.Length];
        first = first[..x.Length];
        second = second[..x.Length];
        third = third[..x.Length];
        if (x.Length > 0)
            SweepToTriple<T, TVector, TMap>(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second), ref MemoryMarshal.GetReference(third), (nuint)x.Length, in map);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep3<T, TVector, TMap>(ref T x, ref T y, ref T z, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap3<TVector>, allows ref struct
    {
        TVector endX = RowEnd<T, TVector>.Load(ref x, length), endY = RowEnd<T, TVector>.Load(ref y, length), endZ = RowEnd<T, TVector>.Load(ref z, length);
        nuint last = RowEnd<T, TVector>.Start(length);
        for (nuint i = 0; ; i += (nuint)TVector.Count)
        {
            bool isEnd = i >= last;
            TVector result = map.Apply(isEnd ? endX : TVector.Load(ref x, i), isEnd ? endY : TVector.Load(ref y, i), isEnd ? endZ : TVector.Load(ref z, i));
            if (isEnd)
            {
                RowEnd<T, TVector>.Store(result, ref destination, length);
                return;
            }
            TVector.Store(result, ref destination, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepToTriple<T, TVector, TMap>(ref T x, ref T y, ref T first, ref T second, ref T third, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorTripleMap2<TVector>, allows ref struct
    {
        TVector endX = RowEnd<T, TVector>.Load(ref x, length), endY = RowEnd<T, TVector>.Load(ref y, length);
        nuint end = RowEnd<T, TVector>.Start(length);
        for (nuint i = 0; ; i += (nuint)TVector.Count)
        {
            bool isEnd = i >= end;
            TVector result = map.Apply(isEnd ? endX : TVector.Load(ref x, i), isEnd ? endY : TVector.Load(ref y, i), out TVector other, out TVector last);
            if (isEnd)
            {
                RowEnd<T, TVector>.Store(result, ref first, length);
                RowEnd<T, TVector>.Store(other, ref second, length);
                RowEnd<T, TVector>.Store(last, ref third, length);
                return;
            }
            TVector.Store(result, ref first, i);
            TVector.Store(other, ref second, i);
            TVector.Store(last, ref third, i);
        }
    }
}
