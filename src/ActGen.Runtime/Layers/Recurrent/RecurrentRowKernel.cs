namespace ActGen.CompilerServices;

/// <summary>One row through all steps, which is what a single prediction is. Its steps are the rows of the product with W, so that W is read once for many of them; only h·U waits for the step before.</summary>
/// <remarks>The same orders as <see cref="RecurrentForwardKernel{T, TCell}"/>, so the bits are the same.</remarks>
internal unsafe struct RecurrentRowKernel<T, TCell> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, IRecurrentCell
{
    // Half of the first-level cache, so that what is made for many steps is still near when they come.
    private const int BlockBytes = 16 * 1024;

    public RecurrentShape Shape;
    public StepRows<T> Input;
    public T* InputWeights;
    public T* RecurrentWeights;
    public T* Bias;

    /// <summary>The products of one step, what is kept beside the gates, and h.</summary>
    public T* Scratch;

    public StepRows<T> Output;

    private readonly int Columns => TCell.Gates * Shape.Units;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T* memory = stackalloc T[CoveringBias<T, TVector>.MostLanes], bias = CoveringBias<T, TVector>.Of(Bias, Columns, memory);
        if (Shape.Steps == 1)
            Block<TVector>(Scratch, bias, 0, 1);
        else
            Sequence<TVector>(bias);
    }

    /// <summary>As many steps at a time as there is room for x·W + b.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Sequence<TVector>(T* bias)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int block = Math.Min(Shape.Steps, Math.Max(1, BlockBytes / (Columns * sizeof(T))));
        T* z = Scratch;
        if (block > 1)
        {
            T* memory = stackalloc T[BlockBytes / sizeof(T)];
            z = memory;
        }
        for (int first = 0; first < Shape.Steps; first += block)
            Block<TVector>(z, bias, first, Math.Min(block, Shape.Steps - first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Block<TVector>(T* z, T* bias, int first, int steps)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        AddBias<T, TVector> addBias = new(bias);
        T* x = Input.At(0, first);
        RowProduct<T, TVector>.Forward(x, InputWeights, z, new(Shape.Inputs, (nint)(Input.At(0, first + 1) - x), 1, Columns, Columns), steps, Columns, in addBias);
        if (Shape.Units % TVector.Count == 0)
            States<TVector, WholeVector>(z, first, first + steps);
        else
            States<TVector, AnyLanes>(z, first, first + steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void States<TVector, TLanes>(T* z, int step, int end)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        int units = Shape.Units, columns = Columns;
        T* product = Scratch + columns, cells = TCell.KeepsProduct ? product : product + columns, state = cells + (TCell.Cells * units);
        StoreChain<T, TVector> store = default;
        for (; step < end; step++, z += columns)
        {
            bool isLast = step == Shape.Steps - 1;
            if (step > 0)
                RowProduct<T, TVector>.Forward(state, RecurrentWeights, product, new(units, units, 1, columns, columns), 1, columns, in store);
            CellStep<T> at = new()
            {
                Gates = z,
                Product = step == 0 ? null : product,
                Cells = cells,
                CellsBefore = step == 0 ? null : cells,
                StateBefore = step == 0 ? null : state,
                State = isLast ? null : state,
                Output = Shape.ReturnSequences || isLast ? Output.At(0, step) : null,
                StateBias = Bias + columns,
            };
            TCell.Forward<T, TVector, TLanes>(in at, units);
        }
    }
}
