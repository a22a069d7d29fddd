namespace ActGen.CompilerServices;

/// <summary>What the gradients of one step of one row read and write.</summary>
internal unsafe struct CellGradient<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>∂L/∂h but for what comes through the products of the next step; null where that is all.</summary>
    public T* State;

    /// <summary>What comes through the products of the next step; null at the last step.</summary>
    public T* Chain;

    /// <summary>The gates; overwritten with ∂L/∂z.</summary>
    public T* Gates;

    /// <summary>What is kept beside the gates; overwritten with what the step before needs, or with the gradient of the state's product.</summary>
    public T* Cells;

    /// <summary>The place of c of the next step, where now what it left for this one lies; null at the last step.</summary>
    public T* CellsBehind;

    /// <summary>c of the step before; null at the first step.</summary>
    public T* CellsBefore;

    /// <summary>h of the step before.</summary>
    public T* StateBefore;

    /// <summary>Where ∂L/∂h of the step before gathers what comes past the products; null at the first step. Where only the last state is an output nothing is there yet.</summary>
    public T* StateGradientBefore;

    /// <summary>Whether <see cref="StateGradientBefore"/> holds the gradient of an output.</summary>
    public bool IsOutputBefore;

    /// <summary>∂L/∂h.</summary>
    /// <param name="unit">First unit.</param>
    /// <param name="lanes">Units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Sum<TVector>(int unit, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (Chain == null)
            return RowVector<T, TVector>.Load(State + unit, lanes);
        TVector chain = RowVector<T, TVector>.Load(Chain + unit, lanes);
        return State == null ? chain : RowVector<T, TVector>.Load(State + unit, lanes) + chain;
    }
}
