namespace ActGen.CompilerServices;

/// <summary>A function of whole rows, row by row. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rowwise<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x), each row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="input">x: rows × input width.</param>
    /// <param name="output">y: rows × output width; may be the input where the widths are equal.</param>
    /// <param name="kept">The derivative, where f keeps it for training: rows × input width, may be the input; empty otherwise.</param>
    public static void Forward<TFunction>(in Work work, ReadOnlySpan<T> input, Span<T> output, Span<T> kept = default)
        where TFunction : IRowFunction
    {
        // What a single prediction ends with: there is nothing to divide.
        if (work.IsSingleRow)
            RowwiseRow<T, TFunction>.Forward(input, output, kept);
        else
            ForwardRows<TFunction>(in work, input, output, kept);
    }

    private static void ForwardRows<TFunction>(in Work work, ReadOnlySpan<T> input, Span<T> output, Span<T> kept)
        where TFunction : IRowFunction =>
        Forward<TFunction>(
            input[RowShare.Elements(work, input.Length)],
            output[RowShare.Elements(work, output.Length)],
            kept[RowShare.Elements(work, kept.Length)],
            RowShare.Width(work, input.Length),
            RowShare.Width(work, output.Length));

    /// <summary>y = f(x), each row, for a function that makes rows neither longer nor shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Forward<TFunction>(ReadOnlySpan<T> input, Span<T> output, int width)
        where TFunction : IRowFunction => Forward<TFunction>(input, output, default, width, width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward<TFunction>(ReadOnlySpan<T> input, Span<T> output, Span<T> kept, int width, int outputWidth)
        where TFunction : IRowFunction
    {
        ForwardKernel<TFunction> kernel = new()
        {
            Input = input,
            Output = output,
            Kept = kept,
            Width = width,
            OutputWidth = outputWidth,
        };
        VectorWidth.Run<ForwardKernel<TFunction>, T>(ref kernel);
    }

    /// <summary>∂L/∂x, each row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="kept">The derivative where f keeps it: rows × input width; y otherwise.</param>
    /// <param name="outputGradient">∂L/∂y: rows × output width.</param>
    /// <param name="inputGradient">∂L/∂x: rows × input width; may be the kept derivative, and <paramref name="outputGradient"/> where the widths are equal.</param>
    public static void Backward<TFunction>(Work work, ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where TFunction : IRowFunction
    {
        BackwardKernel<TFunction> kernel = new()
        {
            Kept = kept[RowShare.Elements(work, kept.Length)],
            OutputGradient = outputGradient[RowShare.Elements(work, outputGradient.Length)],
            InputGradient = inputGradient[RowShare.Elements(work, inputGradient.Length)],
            KeptWidth = RowShare.Width(work, kept.Length),
            OutputWidth = RowShare.Width(work, outputGradient.Length),
            Width = RowShare.Width(work, inputGradient.Length),
        };
        VectorWidth.Run<BackwardKernel<TFunction>, T>(ref kernel);
    }

    private ref struct ForwardKernel<TFunction> : IVectorKernel<T>
        where TFunction : IRowFunction
    {
        public ReadOnlySpan<T> Input;
        public Span<T> Output;
        public Span<T> Kept;
        public int Width;
        public int OutputWidth;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            for (int row = 0, start = 0; start < Input.Length; row++, start += Width)
                TFunction.Forward<T, TVector>(Input.Slice(start, Width), Output.Slice(row * OutputWidth, OutputWidth), Kept.IsEmpty ? default : Kept.Slice(start, Width));
        }
    }

    private ref struct BackwardKernel<TFunction> : IVectorKernel<T>
        where TFunction : IRowFunction
    {
        public ReadOnlySpan<T> Kept;
        public ReadOnlySpan<T> OutputGradient;
        public Span<T> InputGradient;
        public int KeptWidth;
        public int OutputWidth;
        public int Width;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            for (int row = 0, start = 0; start < InputGradient.Length; row++, start += Width)
                TFunction.Backward<T, TVector>(Kept.Slice(row * KeptWidth, KeptWidth), OutputGradient.Slice(row * OutputWidth, OutputWidth), InputGradient.Slice(start, Width));
        }
    }
}
