namespace ActGen.CompilerServices;

/// <summary>dW of a layer of few outputs as (dzᵀ·x)ᵀ: lanes are inputs, so that they are full. Each element is the same chain over the rows as in
/// <see cref="DenseWeightGradientKernel{T}"/>, so the bits are the same.</summary>
internal ref struct DenseTransposedGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A panel of dWᵀ stays in the first-level cache until it is transposed.
    private const int MostOutputs = 15, PanelInputs = 64, CacheLine = 64;

    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> OutputGradient;
    public Span<T> WeightGradient;
    public int Inputs;
    public int Outputs;

    /// <summary>The inputs, which are rows of dW, of this worker.</summary>
    public (int Start, int End) OwnInputs;

    /// <summary>Whether vectors of inputs are fewer than vectors of outputs, of which each row of dW has one.</summary>
    /// <param name="inputs">Inputs of the worker.</param>
    /// <param name="outputs">Outputs.</param>
    public static bool Takes(int inputs, int outputs)
    {
        int lanes = FittingWidth.Lanes<T>(inputs);
        return outputs <= MostOutputs && outputs * ((inputs + lanes - 1) / lanes) < inputs;
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T* memory = stackalloc T[(2 * MostOutputs * PanelInputs) + (CacheLine / sizeof(T))];
        T* panel = (T*)(((nuint)memory + CacheLine - 1) & ~(nuint)(CacheLine - 1)), chunk = panel + (MostOutputs * PanelInputs);
        int rows = OutputGradient.Length / Outputs;
        StoreChain<T, TVector> store = default;
        fixed (T* input = Input, gradient = OutputGradient, result = WeightGradient)
        {
            for (int start = OwnInputs.Start, width; start < OwnInputs.End; start += width)
            {
                // The last panel has at least one vector too.
                int left = OwnInputs.End - start;
                width = left <= PanelInputs ? left : Math.Min(PanelInputs, left - TVector.Count);
                for (int first = 0; first < rows; first += RowChunk.Rows)
                {
                    // A is dzᵀ: its rows are neighbours in memory, its steps are the rows of the batch.
                    ProductShape shape = new(Math.Min(RowChunk.Rows, rows - first), 1, Outputs, Inputs, width);
                    T* a = gradient + ((nint)first * Outputs), b = input + ((nint)first * Inputs) + start;
                    NarrowProduct<T, TVector>.WholeVectors<TileExtent.One, StoreChain<T, TVector>>(a, b, first == 0 ? panel : chunk, in shape, Outputs, width, in store);
                    if (first > 0)
                        Add<TVector>(chunk, panel, (nuint)(Outputs * width));
                }
                Transpose<T>.Matrix(panel, Outputs, width, result + ((nint)start * Outputs), Outputs);
            }
        }
    }

    /// <summary>sum += chunk.</summary>
    private static unsafe void Add<TVector>(T* chunk, T* sum, nuint length)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (nuint i = 0; i < length; i += (nuint)TVector.Count)
        {
            int lanes = RowVector<T, TVector>.Lanes(length - i);
            RowVector<T, TVector>.Store(RowVector<T, TVector>.Load(sum + i, lanes) + RowVector<T, TVector>.Load(chunk + i, lanes), sum + i, lanes);
        }
    }
}
