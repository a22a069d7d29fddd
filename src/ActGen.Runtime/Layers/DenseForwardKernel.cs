namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) for some rows: every output a chain over the inputs, ascending (rule 1 of the canonical orders).</summary>
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
    public ReadOnlySpan<T> Parameters;
    public ActivationOperand Keeps;
    public Span<T> Kept;

    /// <summary>From all rows to those of one worker.</summary>
    public void TakeShare(Work work)
    {
        Inputs = RowShare.Width(work, Input.Length);
        Outputs = RowShare.Width(work, Output.Length);
        Range own = RowShare.Elements(work, Output.Length);
        Input = Input[RowShare.Elements(work, Input.Length)];
        Output = Output[own];
        Kept = Kept.IsEmpty ? Kept : Kept[own];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> parameters = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, parameters);
        ProductShape shape = new(Inputs, Inputs, 1, Outputs, Outputs);
        int rows = Output.Length == Outputs ? 1 : Output.Length / Outputs;
        int panel = rows == 1 || PackedProduct<T, TVector>.Pays(in shape, rows, Outputs) ? rows : PanelRows<TVector>();
        fixed (T* input = Input, weights = Weights, bias = Bias, output = Output)
        {
            if (rows == 1 && TActivation.IsCheap && Keeps is ActivationOperand.None or ActivationOperand.Output)
            {
                AddBiasAndActivate<T, TVector, TActivation> activate = new(bias, parameters);
                MatrixProduct<T, TVector>.Run(input, weights, output, in shape, 1, Outputs, in activate);
                return;
            }
            AddBias<T, TVector> addBias = new(bias);
            int height;
            for (int row = 0; row < rows; row += height)
            {
                height = (int)ProductRows<T, TVector>.Block(rows - row, panel);
                T* a = input + ((nint)row * Inputs), c = output + ((nint)row * Outputs);
                MatrixProduct<T, TVector>.Run(a, weights, c, in shape, height, Outputs, in addBias);
                Range elements = (row * Outputs)..((row + height) * Outputs);
                ActivationLoop<T, TVector, TActivation>.Forward(Output[elements], Output[elements], parameters, Keeps, Kept.IsEmpty ? Kept : Kept[elements]);
            }
        }
    }

    private readonly int PanelRows<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int tall = ProductRows<T, TVector>.Tall;
        return Math.Max(LeastTiles, PanelBytes / (Outputs * Unsafe.SizeOf<T>()) / tall) * tall;
    }
}
