using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <content>Loops over more than three streams.</content>
internal static unsafe partial class VectorLoop
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
    private static void Sweep3<T, TVector, TMap>(ref T first, ref T second, ref T third, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap3<TVector>, allows ref struct
    {
        fixed (T* x = &first, y = &second, z = &third, result = &destination)
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                RowVector<T, TVector>.Store(map.Apply(RowVector<T, TVector>.Load(x + i, count), RowVector<T, TVector>.Load(y + i, count), RowVector<T, TVector>.Load(z + i, count)), result + i, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepToTriple<T, TVector, TMap>(ref T left, ref T right, ref T first, ref T second, ref T third, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorTripleMap2<TVector>, allows ref struct
    {
        fixed (T* x = &left, y = &right, one = &first, two = &second, three = &third)
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                TVector result = map.Apply(RowVector<T, TVector>.Load(x + i, count), RowVector<T, TVector>.Load(y + i, count), out TVector other, out TVector last);
                RowVector<T, TVector>.Store(result, one + i, count);
                RowVector<T, TVector>.Store(other, two + i, count);
                RowVector<T, TVector>.Store(last, three + i, count);
            }
        }
    }
}
