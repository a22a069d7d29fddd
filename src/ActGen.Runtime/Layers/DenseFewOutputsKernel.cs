namespace ActGen.CompilerServices;

/// <summary>dW, dx and db of a layer of few outputs in one sweep over the rows: dWᵀ = dzᵀ·x and dx = dz·Wᵀ with inputs as lanes. Each element is the same chain as in
/// <see cref="DenseWeightGradientKernel{T}"/>, <see cref="DenseInputGradientKernel{T}"/> and <see cref="DenseBiasGradientKernel{T}"/>, so the bits are the same.</summary>
/// <remarks>In a small layer what surrounds the multiply-adds is most of the time: a row is loaded once for both, and each of dz serves two of them.</remarks>
internal ref struct DenseFewOutputsKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostOutputs = 12, CacheLine = 64;

    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> OutputGradient;

    /// <summary>Wᵀ, as <see cref="TransposedPanels{T}"/>.</summary>
    public ReadOnlySpan<T> Transposed;

    public Span<T> WeightGradient;

    /// <summary>Empty where <see cref="SumsBias"/> says no.</summary>
    public Span<T> BiasGradient;

    public Span<T> InputGradient;
    public int Inputs;
    public int Outputs;

    /// <summary>Whether a layer has few outputs: their chains stay in registers.</summary>
    public static bool Takes(int outputs) => outputs <= (VectorRegisters.AreMany ? MostOutputs : MostOutputs / 2);

    /// <summary>Whether db is made in the same sweep: there is a register for it, and a vector that covers the outputs.</summary>
    public static bool SumsBias(int inputs, int outputs) => VectorRegisters.AreMany && outputs <= FittingWidth.Lanes<T>(inputs);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // dWᵀ of one panel stays in the first-level cache until it is transposed.
        T* memory = stackalloc T[(MostOutputs * TransposedPanels<T>.Widest) + (CacheLine / sizeof(T))];
        T* sums = (T*)(((nuint)memory + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        int rows = OutputGradient.Length / Outputs;
        fixed (T* input = Input, gradient = OutputGradient, transposed = Transposed, weightGradient = WeightGradient, inputGradient = InputGradient, biasGradient = BiasGradient)
        {
            for (int panel = 0; panel < TransposedPanels<T>.Count(Inputs); panel++)
            {
                (int start, int end) = TransposedPanels<T>.Inputs(panel, Inputs);
                int width = end - start;
                for (int column = 0; column < width; column += TVector.Count)
                {
                    // The last vector overlaps its neighbour where the inputs are not a whole number of vectors: all of its chunks come before the next one's.
                    int first = Math.Min(column, width - TVector.Count);
                    T* weights = transposed + ((nint)start * Outputs) + first, bias = start + column == 0 ? biasGradient : null;
                    for (int row = 0; row < rows; row += RowChunk.Rows)
                    {
                        nint offset = ((nint)row * Inputs) + start + first;
                        Gradients<TVector>(input + offset, gradient + ((nint)row * Outputs), weights, inputGradient + offset, sums + first, bias, Math.Min(RowChunk.Rows, rows - row), width, row > 0);
                    }
                }
                Transpose<T>.Matrix(sums, Outputs, width, weightGradient + ((nint)start * Outputs), Outputs);
            }
        }
    }

    private readonly unsafe void Gradients<TVector>(T* x, T* dz, T* weights, T* dx, T* sums, T* bias, nint rows, nint stride, bool adds)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        switch (Outputs)
        {
            case 1:
                FewOutputsTile<T, TVector>.Run<TileExtent.One>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 2:
                FewOutputsTile<T, TVector>.Run<TileExtent.Two>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 3:
                FewOutputsTile<T, TVector>.Run<TileExtent.Three>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 4:
                FewOutputsTile<T, TVector>.Run<TileExtent.Four>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 5:
                FewOutputsTile<T, TVector>.Run<TileExtent.Five>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 6:
                FewOutputsTile<T, TVector>.Run<TileExtent.Six>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 7:
                FewOutputsTile<T, TVector>.Run<TileExtent.Seven>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 8:
                FewOutputsTile<T, TVector>.Run<TileExtent.Eight>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 9:
                FewOutputsTile<T, TVector>.Run<TileExtent.Nine>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 10:
                FewOutputsTile<T, TVector>.Run<TileExtent.Ten>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            case 11:
                FewOutputsTile<T, TVector>.Run<TileExtent.Eleven>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
            default:
                FewOutputsTile<T, TVector>.Run<TileExtent.Twelve>(x, dz, weights, dx, sums, bias, rows, Inputs, stride, adds);
                break;
        }
    }
}
