namespace ActGen.CompilerServices;

/// <summary>The last vector of a row of at least one element. It overlaps the vector before; in a row shorter than a vector its own
/// parts overlap, so that every lane that is stored holds an element.</summary>
internal static class RowEnd<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Index of its first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Start(nuint length) => length >= (nuint)TVector.Count ? length - (nuint)TVector.Count : 0;

    /// <summary>Loads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(ref T row, nuint length) =>
        length >= (nuint)TVector.Count ? TVector.Load(ref row, length - (nuint)TVector.Count) : TVector.LoadShort(ref row, length);

    /// <summary>Stores it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TVector value, ref T row, nuint length)
    {
        if (length >= (nuint)TVector.Count)
            TVector.Store(value, ref row, length - (nuint)TVector.Count);
        else
            TVector.StoreShort(value, ref row, length);
    }
}
