namespace ActGen.CompilerServices;

/// <summary>Some rows through all steps, panel by panel: the products of a step for all rows of a panel, then the gates row by row.</summary>
/// <remarks>z = ((x·W + b) + 0) + h·U, each product by rule 1 of the canonical orders. At the first step h is 0, and its product is left out: z + 0 is z, which is never −0.</remarks>
internal unsafe struct RecurrentForwardKernel<T, TCell> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, IRecurrentCell
{
    // Tall enough that weights are read for many rows, and low enough that the states of a panel stay in the near caches.
    private const int PanelRows = 48;

    public RecurrentShape Shape;
    public int Rows;

    /// <summary>x, where its product is made step by step; otherwise it lies in <see cref="Gates"/>.</summary>
    public StepRows<T> Input;

    /// <summary>W; null where x·W + b lies in <see cref="Gates"/>.</summary>
    public T* InputWeights;

    public T* RecurrentWeights;
    public T* Bias;
    public StepRows<T> Gates;

    /// <summary>h·U.</summary>
    public StepRows<T> Product;

    /// <summary>What is kept beside the gates.</summary>
    public StepRows<T> Cells;

    /// <summary>h of the step before.</summary>
    public StepRows<T> State;

    /// <summary>Where h goes that is an output.</summary>
    public StepRows<T> Output;

    private readonly int Columns => TCell.Gates * Shape.Units;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Unsafe.SkipInit(out TVector memory);
        T* bias = CoveringBias<T, TVector>.Of(Bias, Columns, &memory);
        for (int row = 0; row < Rows; row += PanelRows)
        {
            int height = Math.Min(PanelRows, Rows - row);
            for (int step = 0; step < Shape.Steps; step++)
            {
                Products<TVector>(row, height, step, bias);
                if (Shape.Units % TVector.Count == 0)
                    States<TVector, WholeVector>(row, height, step);
                else
                    States<TVector, AnyLanes>(row, height, step);
            }
        }
    }

    /// <summary>x·W + b where it is not there yet, and h·U.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Products<TVector>(int row, int height, int step, T* bias)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (InputWeights != null)
        {
            AddBias<T, TVector> addBias = new(bias);
            RowProduct<T, TVector>.Forward(Input.At(row, step), InputWeights, Gates.At(row, step), new(Shape.Inputs, Input.Row, 1, Columns, Gates.Row), height, Columns, in addBias);
        }
        if (step == 0)
            return;
        StoreChain<T, TVector> store = default;
        RowProduct<T, TVector>.Forward(State.At(row, step), RecurrentWeights, Product.At(row, step), new(Shape.Units, State.Row, 1, Columns, Product.Row), height, Columns, in store);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void States<TVector, TLanes>(int row, int height, int step)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        bool isLast = step == Shape.Steps - 1, isOutput = Shape.ReturnSequences || isLast;
        for (int end = row + height; row < end; row++)
        {
            CellStep<T> at = new()
            {
                Gates = Gates.At(row, step),
                Keeps = InputWeights == null,
                Product = step == 0 ? null : Product.At(row, step),
                Cells = Cells.At(row, step),
                CellsBefore = step == 0 ? null : Cells.At(row, step - 1),
                StateBefore = step == 0 ? null : State.At(row, step),
                State = isLast ? null : State.At(row, step + 1),
                Output = isOutput ? Output.At(row, step) : null,
                StateBias = Bias + Columns,
            };
            TCell.Forward<T, TVector, TLanes>(in at, Shape.Units);
        }
    }
}
