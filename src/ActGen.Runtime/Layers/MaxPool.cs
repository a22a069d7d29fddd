namespace ActGen.CompilerServices;

/// <summary>y = the largest value of each channel in a window; cells outside the image do not count. NaN if any value is; max(−0, +0) = +0.</summary>
/// <remarks>Backward finds the largest value again instead of keeping its place: x and y are there anyway where the layers beside the pool keep them, and forward stays the same as at inference.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MaxPool<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y.</summary>
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

    /// <summary>∂L/∂x: each ∂L/∂y is added to the first of the largest cells of its window, outputs ascending (rule 8 of the canonical orders). NaN passes to all cells but the largest of a window with NaN.</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="window">The window.</param>
    /// <param name="input">x: rows × positions × channels.</param>
    /// <param name="output">y, as forward made it.</param>
    /// <param name="outputGradient">∂L/∂y, as y.</param>
    /// <param name="inputGradient">∂L/∂x, as x; overlaps nothing else.</param>
    public static void Backward(Work work, PoolWindow window, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        BackwardKernel kernel = new()
        {
            Window = window,
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
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
                Largest<TVector> cells = new(x, y, Window.Channels, (nint)Window.Horizontal.Cells * Window.Channels);
                PoolCells.Run(in Window, Output.Length / Window.OutputSize, in cells);
            }
        }
    }

    private ref struct BackwardKernel : IVectorKernel<T>
    {
        public PoolWindow Window;
        public ReadOnlySpan<T> Input;
        public ReadOnlySpan<T> Output;
        public ReadOnlySpan<T> OutputGradient;
        public Span<T> InputGradient;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            if (!Window.IsTiling)
                InputGradient.Clear();
            fixed (T* x = Input, y = Output, g = OutputGradient, dx = InputGradient)
            {
                Scattered<TVector> cells = new(x, y, g, dx, Window.Channels, (nint)Window.Horizontal.Cells * Window.Channels, Window.IsDisjoint);
                PoolCells.Run(in Window, Output.Length / Window.OutputSize, in cells);
            }
        }
    }

    private readonly struct Largest<TVector>(T* x, T* y, nint channels, nint line) : IPoolCells
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At(nint input, int rows, int columns, nint output)
        {
            for (nint channel = 0; channel < channels; channel += TVector.Count)
            {
                int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
                TVector largest = TVector.Constant(double.NegativeInfinity);
                T* row = x + input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    T* cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                        largest = TVector.Max(largest, RowVector<T, TVector>.Load(cell, lanes));
                }
                RowVector<T, TVector>.Store(largest, y + output + channel, lanes);
            }
        }
    }

    private readonly struct Scattered<TVector>(T* x, T* y, T* g, T* dx, nint channels, nint line, bool isDisjoint) : IPoolCells
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At(nint input, int rows, int columns, nint output)
        {
            for (nint channel = 0; channel < channels; channel += TVector.Count)
            {
                int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
                TVector largest = RowVector<T, TVector>.Load(y + output + channel, lanes);
                // What is left is the gradient until the first of the largest takes it.
                TVector left = RowVector<T, TVector>.Load(g + output + channel, lanes), none = TVector.Select(TVector.IsNaN(largest), largest, TVector.Zero);
                nint row = input + channel;
                for (int i = rows; i > 0; i--, row += line)
                {
                    nint cell = row;
                    for (int j = columns; j > 0; j--, cell += channels)
                    {
                        TVector isLargest = TVector.AreEqual(RowVector<T, TVector>.Load(x + cell, lanes), largest);
                        TVector sum = isDisjoint ? TVector.Zero : RowVector<T, TVector>.Load(dx + cell, lanes);
                        RowVector<T, TVector>.Store(sum + TVector.Select(isLargest, left, none), dx + cell, lanes);
                        left = TVector.Select(isLargest, none, left);
                    }
                }
            }
        }
    }
}
