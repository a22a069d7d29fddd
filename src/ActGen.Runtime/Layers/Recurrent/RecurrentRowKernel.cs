namespace ActGen.CompilerServices;

/// <summary>One row through all steps, which is what a single prediction is. Its steps are the rows of the product with W, so that W is read once for many of them; only h·U waits for the step before.</summary>
/// <remarks>The same orders as <see cref="RecurrentForwardKernel{T, TCell}"/>, so the bits are the same. A step takes less time than a copied struct: a copy reads what was written
/// field by field in wider pieces, and waits until all of it has left the store queue. So the sizes are read where they are, and places are computed where they are used.</remarks>
internal unsafe ref struct RecurrentRowKernel<T, TCell> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, IRecurrentCell
{
    // Half of the first-level cache, so that what is made for many steps is still near when they come.
    private const int BlockBytes = 16 * 1024;

    public ref readonly RecurrentShape Shape;

    /// <summary>x: steps × inputs.</summary>
    public T* Input;

    public T* InputWeights;
    public T* RecurrentWeights;
    public T* Bias;

    /// <summary>The products of one step, what is kept beside the gates, and h.</summary>
    public T* Scratch;

    /// <summary>y.</summary>
    public T* Output;

    private readonly int Columns => TCell.Gates * Shape.Units;

    // Not inlined, as its caller would clear the locals of all widths in each call.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Unsafe.SkipInit(out TVector memory);
        T* bias = CoveringBias<T, TVector>.Of(Bias, Columns, &memory);
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
        int steps = Shape.Steps, block = Math.Min(steps, Math.Max(1, BlockBytes / (Columns * sizeof(T))));
        T* z = Scratch;
        if (block > 1)
        {
            T* memory = stackalloc T[BlockBytes / sizeof(T)];
            z = memory;
        }
        for (int first = 0; first < steps; first += block)
            Block<TVector>(z, bias, first, Math.Min(block, steps - first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Block<TVector>(T* z, T* bias, int first, int steps)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        AddBias<T, TVector> addBias = new(bias);
        StepRows<T> x = StepRows<T>.Sequences(Input, in Shape, Shape.Inputs);
        RowProduct<T, TVector>.Forward(x.At(0, first), InputWeights, z, new(Shape.Inputs, x.Step, 1, Columns, Columns), steps, Columns, in addBias);
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
        bool returnsSequences = Shape.ReturnSequences;
        T* product = Scratch + columns, cells = TCell.KeepsProduct ? product : product + columns, state = cells + (TCell.Cells * units);
        StepRows<T> y = StepRows<T>.Outputs(Output, in Shape);
        StoreChain<T, TVector> store = default;
        for (int last = Shape.Steps - 1; step < end; step++, z += columns)
        {
            if (step > 0)
                RowProduct<T, TVector>.Forward(state, RecurrentWeights, product, new(units, units, 1, columns, columns), 1, columns, in store);
            CellStep<T> at = new()
            {
                Gates = z,
                Product = step == 0 ? null : product,
                Cells = cells,
                CellsBefore = step == 0 ? null : cells,
                StateBefore = step == 0 ? null : state,
                State = step == last ? null : state,
                Output = returnsSequences || step == last ? y.At(0, step) : null,
                StateBias = Bias + columns,
            };
            TCell.Forward<T, TVector, TLanes>(in at, units);
        }
    }
}
