namespace ActGen.CompilerServices;

/// <summary>dz, dW and db of a layer of few inputs in one sweep over the rows, with outputs as lanes. Each element is the same chain as in
/// <see cref="DenseWeightGradientKernel{T}"/> and <see cref="DenseBiasGradientKernel{T}"/>, so the bits are the same.</summary>
internal ref struct DenseFewInputsKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    private const int MostInputs = 12;

    public ReadOnlySpan<T> Input;
    public Span<T> OutputGradient;
    public Span<T> WeightGradient;
    public Span<T> BiasGradient;
    public ActivationOperand Keeps;
    public ReadOnlySpan<T> Kept;
    public int Inputs;
    public int Outputs;

    /// <summary>Whether a layer has few inputs: the chains of its weights stay in registers.</summary>
    public static bool Takes(int inputs) => inputs <= MostInputs;

    /// <summary>Whether dz can be made in the same sweep: by a factor that is kept or follows from y alone, in vectors that do not overlap.</summary>
    public static bool Activates(int outputs, ActivationOperand keeps, ReadOnlySpan<T> parameters) =>
        keeps switch
        {
            ActivationOperand.None => true,
            ActivationOperand.Derivative => IsWholeVectors(outputs),
            ActivationOperand.Output => IsWholeVectors(outputs) && parameters.IsEmpty,
            _ => false,
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int rows = OutputGradient.Length / Outputs;
        fixed (T* input = Input, gradient = OutputGradient, weightGradient = WeightGradient, biasGradient = BiasGradient, kept = Kept)
        {
            for (int column = 0; column < Outputs; column += TVector.Count)
            {
                // The last vector overlaps its neighbour where the outputs are not a whole number of vectors: all of its chunks come before the next one's.
                int first = Math.Min(column, Outputs - TVector.Count);
                T* bias = biasGradient == null ? null : biasGradient + first;
                for (int row = 0; row < rows; row += RowChunk.Rows)
                {
                    nint offset = ((nint)row * Outputs) + first;
                    Gradients<TVector>(input + ((nint)row * Inputs), gradient + offset, kept == null ? null : kept + offset, weightGradient + first, bias, Math.Min(RowChunk.Rows, rows - row), row > 0);
                }
            }
        }
    }

    private static bool IsWholeVectors(int outputs) => outputs % FittingWidth.Lanes<T>(outputs) == 0;

    private readonly unsafe void Gradients<TVector>(T* x, T* dz, T* kept, T* weightGradient, T* biasGradient, nint rows, bool adds)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        bool isOutput = Keeps == ActivationOperand.Output;
        switch (Inputs)
        {
            case 1:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.One>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 2:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Two>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 3:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Three>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 4:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Four>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 5:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Five>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 6:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Six>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 7:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Seven>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 8:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Eight>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 9:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Nine>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 10:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Ten>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            case 11:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Eleven>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
            default:
                FewInputsTile<T, TVector, TActivation>.Run<TileExtent.Twelve>(x, dz, kept, isOutput, weightGradient, biasGradient, rows, Outputs, adds);
                break;
        }
    }
}
