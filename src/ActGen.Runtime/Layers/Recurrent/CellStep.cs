namespace ActGen.CompilerServices;

/// <summary>What one step of one row reads and writes.</summary>
internal unsafe struct CellStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>x·W + b, gate after gate; the gates go to its place where <see cref="Keeps"/> says so.</summary>
    public T* Gates;

    /// <summary>Whether backward will read the gates.</summary>
    public bool Keeps;

    /// <summary>h·U, gate after gate; null at the first step.</summary>
    public T* Product;

    /// <summary>Where what is kept beside the gates goes.</summary>
    public T* Cells;

    /// <summary>The same of the step before; null at the first step.</summary>
    public T* CellsBefore;

    /// <summary>h of the step before; null at the first step.</summary>
    public T* StateBefore;

    /// <summary>Where h goes for the next step; null where there is none.</summary>
    public T* State;

    /// <summary>Where h goes as an output; null where it is none.</summary>
    public T* Output;

    /// <summary>The bias of the state's product, of a cell that keeps it.</summary>
    public T* StateBias;

    /// <summary>z = (x·W + b) + h·U.</summary>
    /// <param name="column">First column.</param>
    /// <param name="lanes">Columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Sum<TVector, TLanes>(int column, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        TVector z = RowVector<T, TVector>.Load<TLanes>(Gates + column, lanes);
        return Product == null ? z : z + RowVector<T, TVector>.Load<TLanes>(Product + column, lanes);
    }

    /// <summary>Stores a gate for backward.</summary>
    /// <param name="gate">Its values.</param>
    /// <param name="column">First column.</param>
    /// <param name="lanes">Columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Keep<TVector, TLanes>(TVector gate, int column, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        if (Keeps)
            RowVector<T, TVector>.Store<TLanes>(gate, Gates + column, lanes);
    }

    /// <summary>Stores h, for the next step and as an output.</summary>
    /// <param name="state">h.</param>
    /// <param name="unit">First unit.</param>
    /// <param name="lanes">Units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store<TVector, TLanes>(TVector state, int unit, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        if (State != null)
            RowVector<T, TVector>.Store<TLanes>(state, State + unit, lanes);
        if (Output != null)
            RowVector<T, TVector>.Store<TLanes>(state, Output + unit, lanes);
    }
}
