namespace ActGen.CompilerServices;

/// <summary>Windows over images: pooling. Lanes are channels; workers own rows of the batch.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pool<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y.</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="window">The window.</param>
    /// <param name="input">x: rows × positions × channels.</param>
    /// <param name="output">y: rows × positions of the window × channels.</param>
    public static void Forward<TPool>(Work work, PoolWindow window, ReadOnlySpan<T> input, Span<T> output)
        where TPool : IPoolFunction
    {
        PoolForwardKernel<T, TPool> kernel = new()
        {
            Window = window,
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
        };
        FittingWidth.Run<PoolForwardKernel<T, TPool>, T>(ref kernel, window.Channels);
    }

    /// <summary>∂L/∂x: what each cell gets of each ∂L/∂y is added from +0 on in ascending order of the outputs (rule 11 of the canonical orders).</summary>
    /// <param name="work">Rows of the batch and share.</param>
    /// <param name="window">The window.</param>
    /// <param name="outputGradient">∂L/∂y: rows × positions of the window × channels.</param>
    /// <param name="inputGradient">∂L/∂x: rows × positions × channels; overlaps nothing else.</param>
    /// <param name="input">x, where the pool reads values.</param>
    /// <param name="output">y, where the pool reads values.</param>
    public static void Backward<TPool>(Work work, PoolWindow window, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, ReadOnlySpan<T> input = default, ReadOnlySpan<T> output = default)
        where TPool : IPoolFunction
    {
        PoolBackwardKernel<T, TPool> kernel = new()
        {
            Window = window,
            OutputGradient = outputGradient[RowShare.Elements(work, outputGradient.Length)],
            InputGradient = inputGradient[RowShare.Elements(work, inputGradient.Length)],
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
        };
        FittingWidth.Run<PoolBackwardKernel<T, TPool>, T>(ref kernel, window.Channels);
    }
}
