namespace ActGen.CompilerServices;

/// <summary>y = the mean of each channel over a window; cells outside the image count as 0 (PyTorch's <c>count_include_pad</c>).</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class AveragePool<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y: values added in the order of rows and columns, from +0, then one division (rule 8 of the canonical orders).</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="window">The window.</param>
    /// <param name="input">x: rows × positions × channels.</param>
    /// <param name="output">y: rows × positions of the window × channels.</param>
    public static void Forward(Work work, PoolWindow window, ReadOnlySpan<T> input, Span<T> output)
    {
        ForwardKernel kernel = new()
        {
            Window = window,
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
        };
        FittingWidth.Run<ForwardKernel, T>(ref kernel, window.Channels);
    }

    /// <summary>∂L/∂x: each ∂L/∂y, divided by the cells of the window, is added to its cells, outputs ascending.</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="window">The window.</param>
    /// <param name="outputGradient">∂L/∂y: rows × positions of the window × channels.</param>
    /// <param name="inputGradient">∂L/∂x: rows × positions × channels; overlaps nothing else.</param>
    public static void Backward(Work work, PoolWindow window, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        BackwardKernel kernel = new()
        {
            Window = window,
            OutputGradient = outputGradient[RowShare.Elements(work, outputGradient.Length)],
            InputGradient = inputGradient[RowShare.Elements(work, inputGradient.Length)],
        };
        FittingWidth.Run<BackwardKernel, T>(ref kernel, window.Channels);
    }

    private ref struct ForwardKernel : IVectorKernel<T>
    {
        public PoolWindow Window;
        public ReadOnlySpan<T> Input;
        public Span<T> Output;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            fixed (T* x = Input, y = Output)
            {
                Mean<TVector> cells = new(x, y, Window.Channels, (nint)Window.Horizontal.Cells * Window.Channels, TVector.Constant(Window.Size));
                PoolCells.Run(in Window, Output.Length / Window.OutputSize, in cells);
            }
        }
    }

    private ref struct BackwardKernel : IVectorKernel<T>
    {
        public PoolWindow Window;
        public ReadOnlySpan<T> OutputGradient;
        public Span<T> InputGradient;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            if (!Window.IsTiling)
                InputGradient.Clear();
            fixed (T* g = OutputGradient, dx = InputGradient)
            {
                Shares<TVector> cells = new(g, dx, Window.Channels, (nint)Window.Horizontal.Cells * Window.Channels, TVector.Constant(Window.Size), Window.IsDisjoint);
                PoolCells.Run(in Window, OutputGradient.Length / Window.OutputSize, in cells);
            }
        }
    }

    private readonly struct Mean<TVector>(T* x, T* y, nint channels, nint line, TVector size) : IPoolCells
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At(nint input, int rows, int columns, nint output)
        {
            for (nint channel = 0; channel < channels; channel += TVector.Count)
            {
                int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
                TVector sum = TVector.Zero;
                T* row = x + input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    T* cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                        sum += RowVector<T, TVector>.Load(cell, lanes);
                }
                RowVector<T, TVector>.Store(sum / size, y + output + channel, lanes);
            }
        }
    }

    private readonly struct Shares<TVector>(T* g, T* dx, nint channels, nint line, TVector size, bool isDisjoint) : IPoolCells
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At(nint input, int rows, int columns, nint output)
        {
            for (nint channel = 0; channel < channels; channel += TVector.Count)
            {
                int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
                TVector share = RowVector<T, TVector>.Load(g + output + channel, lanes) / size;
                T* row = dx + input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    T* cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                    {
                        TVector sum = isDisjoint ? TVector.Zero : RowVector<T, TVector>.Load(cell, lanes);
                        RowVector<T, TVector>.Store(sum + share, cell, lanes);
                    }
                }
            }
        }
    }
}
