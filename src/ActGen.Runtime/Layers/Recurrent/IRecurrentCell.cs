namespace ActGen.CompilerServices;

/// <summary>What a recurrent layer does with the products of a step: its gates. All cells start from h = c = 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecurrentCell
{
    /// <summary>Blocks of units in the columns of W and U.</summary>
    internal static abstract int Gates { get; }

    /// <summary>Whether the product of the state is kept for backward, and has gradients of its own; else those of the sum of both products are its gradients.</summary>
    internal static abstract bool KeepsProduct { get; }

    /// <summary>Elements, in units, that backward reads of a step beside its gates: the cell c, or the product of the state.</summary>
    internal static abstract int Cells { get; }

    /// <summary>Whether a state's gradient reaches the state before it also past the products.</summary>
    internal static abstract bool Carries { get; }

    /// <summary>One step of one row: gates, cell and state.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <typeparam name="TVector">The width.</typeparam>
    /// <typeparam name="TLanes">Whether the units are whole vectors.</typeparam>
    internal static abstract void Forward<T, TVector, TLanes>(in CellStep<T> step, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes;

    /// <summary>The gradients of one step of one row: of what the gates' functions were applied to, in the place of the gates.</summary>
    internal static abstract void Backward<T, TVector>(in CellGradient<T> step, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>;
}
