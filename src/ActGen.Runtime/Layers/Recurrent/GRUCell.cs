namespace ActGen.CompilerServices;

/// <summary>Gated recurrent unit (Cho et al. 2014), with the reset behind the product as in PyTorch: r, z = σ, n = tanh(a + r⊙q), h ← n + z⊙(h − n), where a is the input's product
/// and q the state's.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GRUCell : IRecurrentCell
{
    static int IRecurrentCell.Gates => 3;

    static bool IRecurrentCell.KeepsProduct => true;

    static int IRecurrentCell.Cells => 3;

    static bool IRecurrentCell.Carries => true;

    // A method of its own: with the products around it three functions are more than the JIT inlines.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void IRecurrentCell.Forward<T, TVector, TLanes>(in CellStep<T> step, int units)
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit), last = (2 * units) + unit;
            TVector recurrent = RowVector<T, TVector>.Load<TLanes>(step.StateBias + unit, lanes), before = TVector.Zero;
            if (step.Product != null)
            {
                recurrent = RowVector<T, TVector>.Load<TLanes>(step.Product + last, lanes) + recurrent;
                before = RowVector<T, TVector>.Load<TLanes>(step.StateBefore + unit, lanes);
            }
            TVector reset = VectorMath.Sigmoid(step.Sum<TVector, TLanes>(unit, lanes)), update = VectorMath.Sigmoid(step.Sum<TVector, TLanes>(units + unit, lanes));
            TVector candidate = VectorMath.Tanh(TVector.MultiplyAdd(reset, recurrent, RowVector<T, TVector>.Load<TLanes>(step.Gates + last, lanes)));
            step.Keep<TVector, TLanes>(reset, unit, lanes);
            step.Keep<TVector, TLanes>(update, units + unit, lanes);
            step.Keep<TVector, TLanes>(candidate, last, lanes);
            if (step.Keeps)
                RowVector<T, TVector>.Store<TLanes>(recurrent, step.Cells + last, lanes);
            step.Store<TVector, TLanes>(TVector.MultiplyAdd(update, before - candidate, candidate), unit, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<T, TVector>(in CellGradient<T> step, int units)
    {
        TVector one = TVector.Constant(1);
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* gates = step.Gates + unit, product = step.Cells + unit;
            TVector reset = RowVector<T, TVector>.Load(gates, lanes), update = RowVector<T, TVector>.Load(gates + units, lanes), candidate = RowVector<T, TVector>.Load(gates + (2 * units), lanes);
            TVector recurrent = RowVector<T, TVector>.Load(product + (2 * units), lanes), before = RowVector<T, TVector>.Load(step.StateBefore + unit, lanes);
            TVector state = step.Sum<TVector>(unit, lanes);

            TVector byUpdate = state * (before - candidate) * (update * (one - update));
            TVector byCandidate = state * (one - update) * TVector.MultiplyAdd(-candidate, candidate, one);
            TVector byReset = byCandidate * recurrent * (reset * (one - reset));
            RowVector<T, TVector>.Store(byReset, gates, lanes);
            RowVector<T, TVector>.Store(byReset, product, lanes);
            RowVector<T, TVector>.Store(byUpdate, gates + units, lanes);
            RowVector<T, TVector>.Store(byUpdate, product + units, lanes);
            RowVector<T, TVector>.Store(byCandidate, gates + (2 * units), lanes);
            RowVector<T, TVector>.Store(byCandidate * reset, product + (2 * units), lanes);
            if (step.StateGradientBefore == null)
                continue;
            TVector carry = state * update;
            T* gradient = step.StateGradientBefore + unit;
            if (step.IsOutputBefore)
                carry = RowVector<T, TVector>.Load(gradient, lanes) + carry;
            RowVector<T, TVector>.Store(carry, gradient, lanes);
        }
    }
}
