namespace ActGen.CompilerServices;

/// <summary>A recurrent layer without gates (Elman 1990): h ← f(z).</summary>
/// <typeparam name="TActivation">f, a formula without parameters whose derivative can be read off its output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct RNNCell<TActivation> : IRecurrentCell
    where TActivation : IActivation
{
    static int IRecurrentCell.Gates => 1;

    static bool IRecurrentCell.KeepsProduct => false;

    static int IRecurrentCell.Cells => 0;

    static bool IRecurrentCell.Carries => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<T, TVector, TLanes>(in CellStep<T> step, int units)
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            TVector state = TActivation.Forward<TVector, Accurate>(step.Sum<TVector, TLanes>(unit, lanes), default);
            step.Keep<TVector, TLanes>(state, unit, lanes);
            step.Store<TVector, TLanes>(state, unit, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<T, TVector>(in CellGradient<T> step, int units)
    {
        for (int unit = 0; unit < units; unit += TVector.Count)
        {
            int lanes = Math.Min(TVector.Count, units - unit);
            T* state = step.Gates + unit;
            TVector slope = TActivation.DerivativeOfOutput<TVector, Accurate>(RowVector<T, TVector>.Load(state, lanes), default);
            RowVector<T, TVector>.Store(step.Sum<TVector>(unit, lanes) * slope, state, lanes);
        }
    }
}
