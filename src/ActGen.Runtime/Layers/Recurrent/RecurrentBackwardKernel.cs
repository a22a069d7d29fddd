namespace ActGen.CompilerServices;

/// <summary>∂L/∂z of some rows, from the last step read to the first, panel by panel: the gates row by row, then the product of ∂L/∂z with Uᵀ for all rows of a panel.</summary>
/// <remarks>∂L/∂h of a step is the gradient of its output, plus what comes past the products of the next step, plus a chain over the columns of that one's ∂L/∂z, ascending (rule 2 of the canonical
/// orders).</remarks>
internal unsafe struct RecurrentBackwardKernel<T, TCell> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, IRecurrentCell
{
    private const int PanelRows = 48;

    public RecurrentShape Shape;
    public int Rows;

    /// <summary>∂L/∂y, and what reaches a state past the products.</summary>
    public StepRows<T> OutputGradient;

    /// <summary>The gates; ∂L/∂z goes to their place.</summary>
    public StepRows<T> Gates;

    /// <summary>What was kept beside the gates.</summary>
    public StepRows<T> Cells;

    /// <summary>What reaches a state through the products of the next step.</summary>
    public StepRows<T> Chain;

    /// <summary>h of the step before.</summary>
    public StepRows<T> State;

    /// <summary>Uᵀ, as <see cref="TransposedPanels{T}"/>.</summary>
    public T* Transposed;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int row = 0; row < Rows; row += PanelRows)
        {
            int height = Math.Min(PanelRows, Rows - row);
            for (int step = Shape.Steps - 1; step >= 0; step--)
            {
                GateGradients<TVector>(row, height, step);
                if (step > 0)
                    StateGradients<TVector>(row, height, step);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void GateGradients<TVector>(int row, int height, int step)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        bool isLast = step == Shape.Steps - 1;
        for (int end = row + height; row < end; row++)
        {
            CellGradient<T> at = new()
            {
                State = isLast || Shape.ReturnSequences || TCell.Carries ? OutputGradient.At(row, step) : null,
                Chain = isLast ? null : Chain.At(row, step),
                Gates = Gates.At(row, step),
                Cells = Cells.At(row, step),
                CellsBehind = isLast ? null : Cells.At(row, step + 1),
                CellsBefore = step == 0 ? null : Cells.At(row, step - 1),
                StateBefore = State.At(row, step),
                StateGradientBefore = step == 0 ? null : OutputGradient.At(row, step - 1),
                IsOutputBefore = Shape.ReturnSequences,
            };
            TCell.Backward<T, TVector>(in at, Shape.Units);
        }
    }

    /// <summary>What reaches the state before through the products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void StateGradients<TVector>(int row, int height, int step)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        StepRows<T> products = TCell.KeepsProduct ? Cells : Gates;
        StoreChain<T, TVector> store = default;
        int columns = TCell.Gates * Shape.Units;
        for (int panel = 0; panel < TransposedPanels<T>.Count(Shape.Units); panel++)
        {
            (int start, int end) = TransposedPanels<T>.Inputs(panel, Shape.Units);
            ProductShape product = new(columns, products.Row, 1, end - start, Chain.Row);
            RowProduct<T, TVector>.Chain(products.At(row, step), Transposed + ((nint)start * columns), Chain.At(row, step) + start, in product, height, end - start, in store);
        }
    }
}
