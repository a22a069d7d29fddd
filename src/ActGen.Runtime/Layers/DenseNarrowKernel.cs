namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) for some rows of a narrow layer: every output four chains over the inputs (rule 1 of the canonical orders).</summary>
/// <remarks>A cheap activation runs in the registers of the product, another one over a panel of finished rows that is still in the first-level cache.
/// The bits are the same: both apply f to the same z.</remarks>
internal ref struct DenseNarrowKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    private const int PanelRows = 96;

    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Weights;
    public ReadOnlySpan<T> Bias;
    public Span<T> Output;
    public int Rows;
    public ReadOnlySpan<T> Parameters;
    public ActivationOperand Keeps;
    public Span<T> Kept;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int inputs = Rows == 1 ? Input.Length : Input.Length / Rows, outputs = Rows == 1 ? Output.Length : Output.Length / Rows;
        Span<TVector> parameters = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, parameters);
        fixed (T* input = Input, weights = Weights, bias = Bias, output = Output)
        {
            Unsafe.SkipInit(out TVector memory);
            T* vectors = CoveringBias<T, TVector>.Of(bias, outputs, &memory);
            if (TActivation.IsCheap && Keeps is ActivationOperand.None or ActivationOperand.Output)
            {
                AddBiasAndActivate<T, TVector, TActivation> activate = new(vectors, parameters);
                NarrowProduct<T, TVector>.Run(input, weights, output, Rows, inputs, outputs, in activate);
                return;
            }
            AddBias<T, TVector> addBias = new(vectors);
            for (int row = 0; row < Rows; row += PanelRows)
            {
                int height = Math.Min(PanelRows, Rows - row);
                NarrowProduct<T, TVector>.Run(input + (row * inputs), weights, output + (row * outputs), height, inputs, outputs, in addBias);
                Range elements = (row * outputs)..((row + height) * outputs);
                ActivationLoop<T, TVector, TActivation>.Forward(Output[elements], Output[elements], parameters, Keeps, Kept.IsEmpty ? Kept : Kept[elements]);
            }
        }
    }
}
