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
        int whole = x.Length - (x.Length % TVector.Count);
        if (whole > 0)
            Sweep3<T, TVector, TMap>(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(z), ref MemoryMarshal.GetReference(destination), (nuint)whole, in map);
        if (whole == x.Length)
            return;
        TVector tailX = PartialVector.Load<T, TVector>(x[whole..]), tailY = PartialVector.Load<T, TVector>(y[whole..]), tailZ = PartialVector.Load<T, TVector>(z[whole..]);
        Sweep3<T, TVector, TMap>(ref PartialVector.Lanes<T, TVector>(ref tailX), ref PartialVector.Lanes<T, TVector>(ref tailY), ref PartialVector.Lanes<T, TVector>(ref tailZ), ref PartialVector.Lanes<T, TVector>(ref tailX), (nuint)TVector.Count, in map);
        PartialVector.Store(tailX, destination[whole..]);
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
        int whole = x.Length - (x.Length % TVector.Count);
        if (whole > 0)
            SweepToTriple<T, TVector, TMap>(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second), ref MemoryMarshal.GetReference(third), (nuint)whole, in map);
        if (whole == x.Length)
            return;
        TVector tailX = PartialVector.Load<T, TVector>(x[whole..]), tailY = PartialVector.Load<T, TVector>(y[whole..]);
        Unsafe.SkipInit(out TVector tailOfThird);
        SweepToTriple<T, TVector, TMap>(ref PartialVector.Lanes<T, TVector>(ref tailX), ref PartialVector.Lanes<T, TVector>(ref tailY), ref PartialVector.Lanes<T, TVector>(ref tailX), ref PartialVector.Lanes<T, TVector>(ref tailY), ref PartialVector.Lanes<T, TVector>(ref tailOfThird), (nuint)TVector.Count, in map);
        PartialVector.Store(tailX, first[whole..]);
        PartialVector.Store(tailY, second[whole..]);
        PartialVector.Store(tailOfThird, third[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep3<T, TVector, TMap>(ref T x, ref T y, ref T z, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap3<TVector>, allows ref struct
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            TVector.Store(map.Apply(TVector.Load(ref x, i), TVector.Load(ref y, i), TVector.Load(ref z, i)), ref destination, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepToTriple<T, TVector, TMap>(ref T x, ref T y, ref T first, ref T second, ref T third, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorTripleMap2<TVector>, allows ref struct
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
        {
            TVector.Store(map.Apply(TVector.Load(ref x, i), TVector.Load(ref y, i), out TVector other, out TVector last), ref first, i);
            TVector.Store(other, ref second, i);
            TVector.Store(last, ref third, i);
        }
    }
}
