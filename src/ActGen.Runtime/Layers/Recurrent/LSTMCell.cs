namespace ActGen.CompilerServices;

/// <summary>Long short-term memory (Hochreiter &amp; Schmidhuber 1997; Gers et al. 2000): i, f, o = σ(z), g = tanh z, c ← f⊙c + i⊙g, h = o⊙tanh c. Gates in PyTorch's order i, f, g, o.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LSTMCell : IRecurrentCell
{
    static int IRecurrentCell.Gates => 4;

    static bool IRecurrentCell.KeepsProduct => false;

    static int IRecurrentCell.Cells => 1;

    static bool IRecurrentCell.Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IRecurrentCell.Forward<T, TVector, TLanes>(in CellStep<T> step, int units)
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* input = step.Gates + unit, forget = input + units, output = input + (3 * units);
            TVector candidate = VectorMath.Tanh(step.Sum<TVector, TLanes>((2 * units) + unit, lanes));
            step.Keep<TVector, TLanes>(candidate, (2 * units) + unit, lanes);
            // 0, 1 and 3: i, f and o. A loop, because five functions in one method are more than the JIT inlines.
            for (int gate = 0; gate < 4; gate += gate + 1)
                RowVector<T, TVector>.Store<TLanes>(VectorMath.Sigmoid(step.Sum<TVector, TLanes>((gate * units) + unit, lanes)), input + (gate * units), lanes);

            TVector before = step.CellsBefore == null ? TVector.Zero : RowVector<T, TVector>.Load<TLanes>(step.CellsBefore + unit, lanes);
            TVector cell = TVector.MultiplyAdd(RowVector<T, TVector>.Load<TLanes>(forget, lanes), before, RowVector<T, TVector>.Load<TLanes>(input, lanes) * candidate);
            RowVector<T, TVector>.Store<TLanes>(cell, step.Cells + unit, lanes);
            step.Store<TVector, TLanes>(RowVector<T, TVector>.Load<TLanes>(output, lanes) * VectorMath.Tanh(cell), unit, lanes);
        }
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
}
