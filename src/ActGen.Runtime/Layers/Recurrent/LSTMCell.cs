namespace ActGen.CompilerServices;

/// <summary>Long short-term memory (Hochreiter &amp; Schmidhuber 1997; Gers et al. 2000): i, f, o = σ(z), g = tanh z, c ← f⊙c + i⊙g, h = o⊙tanh c. Gates in PyTorch's order i, f, g, o.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LSTMCell : IRecurrentCell
{
    static int IRecurrentCell.Gates => 4;

    static bool IRecurrentCell.KeepsProduct => false;

    static int IRecurrentCell.Cells => 1;

    static bool IRecurrentCell.Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<T, TVector>(in CellStep<T> step, int units)
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* z = step.Gates + unit;
            TVector input = VectorMath.Sigmoid(step.Sum<TVector>(unit, lanes));
            TVector forget = VectorMath.Sigmoid(step.Sum<TVector>(units + unit, lanes));
            TVector candidate = VectorMath.Tanh(step.Sum<TVector>((2 * units) + unit, lanes));
            TVector output = VectorMath.Sigmoid(step.Sum<TVector>((3 * units) + unit, lanes));
            TVector before = step.CellsBefore == null ? TVector.Zero : RowVector<T, TVector>.Load(step.CellsBefore + unit, lanes);
            TVector cell = TVector.MultiplyAdd(forget, before, input * candidate);
            TVector state = output * VectorMath.Tanh(cell);
            RowVector<T, TVector>.Store(input, z, lanes);
            RowVector<T, TVector>.Store(forget, z + units, lanes);
            RowVector<T, TVector>.Store(candidate, z + (2 * units), lanes);
            RowVector<T, TVector>.Store(output, z + (3 * units), lanes);
            RowVector<T, TVector>.Store(cell, step.Cells + unit, lanes);
            if (step.State != null)
                RowVector<T, TVector>.Store(state, step.State + unit, lanes);
            if (step.Output != null)
                RowVector<T, TVector>.Store(state, step.Output + unit, lanes);
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
