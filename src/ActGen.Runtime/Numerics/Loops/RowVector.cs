namespace ActGen.CompilerServices;

/// <summary>The vectors of a row: whole ones, and at its end one of which only the first lanes belong to it.</summary>
internal static unsafe class RowVector<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>How many lanes the next vector has of what is left of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lanes(nuint left) => (int)nuint.Min(left, (nuint)TVector.Count);

    /// <summary>Loads it; lanes beyond the end are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(T* source, int lanes) => Load(source, lanes, default);

    /// <summary>Loads it; lanes beyond the end are those of <paramref name="padding"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load(T* source, int lanes, TVector padding) => lanes == TVector.Count ? TVector.Load(in *source, 0) : TVector.LoadPart(source, lanes, padding);

    /// <summary>Loads it; lanes beyond the end are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes>(T* source, int lanes)
        where TLanes : unmanaged, IRowLanes =>
        sizeof(TLanes) == sizeof(WholeVector) ? TVector.Load(in *source, 0)
        : sizeof(TLanes) == sizeof(PartOfVector) ? TVector.LoadPart(source, lanes, default)
        : Load(source, lanes, default);

    /// <summary>Stores its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes>(TVector value, T* destination, int lanes)
        where TLanes : unmanaged, IRowLanes
    {
        if (sizeof(TLanes) == sizeof(WholeVector))
            TVector.Store(value, ref *destination, 0);
        else if (sizeof(TLanes) == sizeof(PartOfVector))
            TVector.StorePart(value, destination, lanes);
        else
            Store(value, destination, lanes);
    }

    /// <summary>Stores its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TVector value, T* destination, int lanes)
    {
        if (lanes == TVector.Count)
            TVector.Store(value, ref *destination, 0);
        else
            TVector.StorePart(value, destination, lanes);
    }
}
