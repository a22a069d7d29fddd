using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Element-wise loops, written once. A destination may be a source itself; they may not overlap otherwise.</summary>
/// <remarks>The end that does not fill a vector goes through a vector on the stack and the same loop: the function is
/// compiled into a loop once. (Twice or more, as in an unrolled loop with its tail, exceeds what the JIT is willing to inline, and
/// a function that is left as calls costs ten times as much. The processor overlaps the iterations without unrolling.)</remarks>
internal static partial class VectorLoop
{
    /// <summary>destination[i] = map(source[i]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> destination, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        destination = destination[..source.Length];
        int whole = source.Length - (source.Length % TVector.Count);
        if (whole > 0)
            Sweep<T, TVector, TMap>(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination), (nuint)whole, in map);
        if (whole == source.Length)
            return;
        TVector tail = PartialVector.Load<T, TVector>(source[whole..]);
        Sweep<T, TVector, TMap>(ref PartialVector.Lanes<T, TVector>(ref tail), ref PartialVector.Lanes<T, TVector>(ref tail), (nuint)TVector.Count, in map);
        PartialVector.Store(tail, destination[whole..]);
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
        int whole = x.Length - (x.Length % TVector.Count);
        if (whole > 0)
            Sweep2<T, TVector, TMap>(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(destination), (nuint)whole, in map);
        if (whole == x.Length)
            return;
        TVector tailX = PartialVector.Load<T, TVector>(x[whole..]), tailY = PartialVector.Load<T, TVector>(y[whole..]);
        Sweep2<T, TVector, TMap>(ref PartialVector.Lanes<T, TVector>(ref tailX), ref PartialVector.Lanes<T, TVector>(ref tailY), ref PartialVector.Lanes<T, TVector>(ref tailX), (nuint)TVector.Count, in map);
        PartialVector.Store(tailX, destination[whole..]);
    }

    /// <summary>first[i], second[i] = map(source[i]): two results from one evaluation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapToPair<T, TVector, TMap>(ReadOnlySpan<T> source, Span<T> first, Span<T> second, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorPairMap<TVector>, allows ref struct
    {
        first = first[..source.Length];
        second = second[..source.Length];
        int whole = source.Length - (source.Length % TVector.Count);
        if (whole > 0)
            SweepToPair<T, TVector, TMap>(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second), (nuint)whole, in map);
        if (whole == source.Length)
            return;
        TVector tail = PartialVector.Load<T, TVector>(source[whole..]);
        Unsafe.SkipInit(out TVector tailOfSecond);
        SweepToPair<T, TVector, TMap>(ref PartialVector.Lanes<T, TVector>(ref tail), ref PartialVector.Lanes<T, TVector>(ref tail), ref PartialVector.Lanes<T, TVector>(ref tailOfSecond), (nuint)TVector.Count, in map);
        PartialVector.Store(tail, first[whole..]);
        PartialVector.Store(tailOfSecond, second[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep<T, TVector, TMap>(ref T source, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            TVector.Store(map.Apply(TVector.Load(ref source, i)), ref destination, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep2<T, TVector, TMap>(ref T x, ref T y, ref T destination, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            TVector.Store(map.Apply(TVector.Load(ref x, i), TVector.Load(ref y, i)), ref destination, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void SweepToPair<T, TVector, TMap>(ref T source, ref T first, ref T second, nuint length, scoped in TMap map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TMap : struct, IVectorPairMap<TVector>, allows ref struct
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
        {
            TVector.Store(map.Apply(TVector.Load(ref source, i), out TVector other), ref first, i);
            TVector.Store(other, ref second, i);
        }
    }
}
