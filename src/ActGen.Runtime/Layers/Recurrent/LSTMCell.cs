namespace ActGen.CompilerServices;

/// <summary>Long short-term memory (Hochreiter &amp; Schmidhuber 1997; Gers et al. 2000): i, f, o = σ(z), g = tanh z, c ← f⊙c + i⊙g, h = o⊙tanh c. Gates in PyTorch's order i, f, g, o.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LSTMCell : IRecurrentCell
{
    static int IRecurrentCell.Gates => 4;

    static bool IRecurrentCell.KeepsProduct => false;

    static int IRecurrentCell.Cells => 1;

    static bool IRecurrentCell.Carries => false;

    // Two methods: five functions are more than the JIT inlines into one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<T, TVector, TLanes>(in CellStep<T> step, int units)
    {
        Activate<T, TVector, TLanes>(in step, units);
        Advance<T, TVector, TLanes>(in step, units);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<T, TVector>(in CellGradient<T> step, int units)
    {
        TVector one = TVector.Constant(1);
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* gates = step.Gates + unit;
            TVector input = RowVector<T, TVector>.Load(gates, lanes), forget = RowVector<T, TVector>.Load(gates + units, lanes);
            TVector candidate = RowVector<T, TVector>.Load(gates + (2 * units), lanes), output = RowVector<T, TVector>.Load(gates + (3 * units), lanes);
            TVector before = step.CellsBefore == null ? TVector.Zero : RowVector<T, TVector>.Load(step.CellsBefore + unit, lanes);
            TVector behind = step.CellsBehind == null ? TVector.Zero : RowVector<T, TVector>.Load(step.CellsBehind + unit, lanes);
            TVector state = step.Sum<TVector>(unit, lanes);
            TVector tanh = VectorMath.Tanh(RowVector<T, TVector>.Load(step.Cells + unit, lanes));

            // ∂L/∂c: through h, and what c of the next step left.
            TVector cell = TVector.MultiplyAdd(state * output, TVector.MultiplyAdd(-tanh, tanh, one), behind);
            RowVector<T, TVector>.Store(cell * candidate * (input * (one - input)), gates, lanes);
            RowVector<T, TVector>.Store(cell * before * (forget * (one - forget)), gates + units, lanes);
            RowVector<T, TVector>.Store(cell * input * TVector.MultiplyAdd(-candidate, candidate, one), gates + (2 * units), lanes);
            RowVector<T, TVector>.Store(state * tanh * (output * (one - output)), gates + (3 * units), lanes);
            RowVector<T, TVector>.Store(cell * forget, step.Cells + unit, lanes);
        }
    }

    /// <summary>i, f, g and o.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Activate<T, TVector, TLanes>(in CellStep<T> step, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit), forget = units + unit, candidate = units + forget, output = units + candidate;
            RowVector<T, TVector>.Store<TLanes>(VectorMath.Sigmoid(step.Sum<TVector, TLanes>(unit, lanes)), step.Gates + unit, lanes);
            RowVector<T, TVector>.Store<TLanes>(VectorMath.Sigmoid(step.Sum<TVector, TLanes>(forget, lanes)), step.Gates + forget, lanes);
            RowVector<T, TVector>.Store<TLanes>(VectorMath.Tanh(step.Sum<TVector, TLanes>(candidate, lanes)), step.Gates + candidate, lanes);
            RowVector<T, TVector>.Store<TLanes>(VectorMath.Sigmoid(step.Sum<TVector, TLanes>(output, lanes)), step.Gates + output, lanes);
        }
    }

    /// <summary>c and h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Advance<T, TVector, TLanes>(in CellStep<T> step, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* input = step.Gates + unit, forget = input + units, candidate = forget + units, output = candidate + units;
            TVector before = step.CellsBefore == null ? TVector.Zero : RowVector<T, TVector>.Load<TLanes>(step.CellsBefore + unit, lanes);
            TVector cell = TVector.MultiplyAdd(RowVector<T, TVector>.Load<TLanes>(forget, lanes), before, RowVector<T, TVector>.Load<TLanes>(input, lanes) * RowVector<T, TVector>.Load<TLanes>(candidate, lanes));
            RowVector<T, TVector>.Store<TLanes>(cell, step.Cells + unit, lanes);
            step.Store<TVector, TLanes>(RowVector<T, TVector>.Load<TLanes>(output, lanes) * VectorMath.Tanh(cell), unit, lanes);
        }
    }
}
