namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) for some rows, or for some outputs of all rows: every output a chain over the inputs, ascending (rule 1 of the canonical orders).</summary>
/// <remarks>The activation runs over a panel of finished rows that is still in the near caches. Only for a single row, whose product has no more to do than one
/// multiply-add for each weight, a cheap one runs in the registers: in the 24 accumulators of a tile it is more than the JIT inlines (ReLU: 98 µs instead of
/// 27 for 32 rows of 784 inputs and 128 outputs). The bits are the same: both apply f to the same z.</remarks>
internal ref struct DenseForwardKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    // A panel reads all weights once: it should be tall, and small enough for the second-level cache.
    private const int PanelBytes = 256 * 1024, LeastTiles = 4;

    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Weights;
    public ReadOnlySpan<T> Bias;
    public Span<T> Output;
    public int Inputs;
    public int Outputs;

    /// <summary>The outputs of this worker: all of them, or some.</summary>
    public (int Start, int End) Own;

    /// <summary>The steps of the chains that this worker makes: all of them, or those of a <see cref="DenseRelay{T, TActivation}"/>.</summary>
    public (int Start, int End) Steps;

    public ReadOnlySpan<T> Parameters;
    public ActivationOperand Keeps;
    public Span<T> Kept;

    /// <summary>From all rows to those of one worker.</summary>
    public void TakeRows(Work work)
    {
        Inputs = RowShare.Width(work, Input.Length);
        Outputs = RowShare.Width(work, Output.Length);
        Own = (0, Outputs);
        Steps = (0, Inputs);
        Range own = RowShare.Elements(work, Output.Length);
        Input = Input[RowShare.Elements(work, Input.Length)];
        Output = Output[own];
        Kept = Kept.IsEmpty ? Kept : Kept[own];
    }

    /// <summary>From all outputs to those of one worker.</summary>
    public void TakeOutputs(Work work)
    {
        Inputs = RowShare.Width(work, Input.Length);
        Outputs = RowShare.Width(work, Output.Length);
        Own = DenseShare.OfFeatures(work, Outputs);
        Steps = (0, Inputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> parameters = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, parameters);
        ProductShape shape = new(Steps.End - Steps.Start, Inputs, 1, Outputs, Outputs, Continues: Steps.Start > 0);
        int rows = Output.Length == Outputs ? 1 : Output.Length / Outputs, columns = Own.End - Own.Start;
        int panel = rows == 1 || PackedProduct<T, TVector>.Pays(in shape, rows, columns) ? rows : PanelRows<TVector>(columns);
        fixed (T* input = Input, weights = Weights, bias = Bias, output = Output)
        {
            T* ownWeights = weights + ((nint)Steps.Start * Outputs) + Own.Start, ownBias = bias == null ? null : bias + Own.Start, ownOutput = output + Own.Start;
            if (rows == 1 && TActivation.IsCheap && Keeps is ActivationOperand.None or ActivationOperand.Output)
            {
                AddBiasAndActivate<T, TVector, TActivation> activate = new(ownBias, parameters);
                MatrixProduct<T, TVector>.Run(input, ownWeights, ownOutput, in shape, 1, columns, in activate);
                return;
            }
            AddBias<T, TVector> addBias = new(ownBias);
            int height;
            for (int row = 0; row < rows; row += height)
            {
                height = (int)ProductRows<T, TVector>.Block(rows - row, panel);
                T* a = input + ((nint)row * Inputs) + Steps.Start, c = ownOutput + ((nint)row * Outputs);
                if (Steps.End < Inputs)
                {
                    StoreChain<T, TVector> store = default;
                    MatrixProduct<T, TVector>.Run(a, ownWeights, c, in shape, height, columns, in store);
                    continue;
                }
                MatrixProduct<T, TVector>.Run(a, ownWeights, c, in shape, height, columns, in addBias);
                // Of all outputs the rows lie side by side.
                (int pieces, int length) = columns == Outputs ? (1, height * Outputs) : (height, columns);
                for (int piece = 0; piece < pieces; piece++)
                {
                    int first = ((row + piece) * Outputs) + Own.Start;
                    Range elements = first..(first + length);
                    ActivationLoop<T, TVector, TActivation>.Forward(Output[elements], Output[elements], parameters, Keeps, Kept.IsEmpty ? Kept : Kept[elements]);
                }
            }
        }
    }

    private readonly int PanelRows<TVector>(int columns)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int tall = ProductRows<T, TVector>.Tall;
        return Math.Max(LeastTiles, PanelBytes / (columns * Unsafe.SizeOf<T>()) / tall) * tall;
    }
}
