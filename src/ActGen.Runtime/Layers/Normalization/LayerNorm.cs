namespace ActGen.CompilerServices;

/// <summary>Layer normalisation: the features of each row get mean 0 and variance 1. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerNorm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = (x − mean)/√(variance + ε)·γ + β, each row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="output">y: rows × features; may be the input.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="shift">β: features, or empty.</param>
    /// <param name="statistics">Where training keeps mean and 1/√(variance + ε): rows × 2; empty at inference.</param>
    public static void Forward(Work work, T epsilon, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift = default, Span<T> statistics = default) =>
        RowNormalization<T>.Forward(work, centers: true, epsilon, input, output, scale, shift, statistics);

    /// <summary>∂L/∂x, in place, and the gradients of γ and β.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="gradient">∂L/∂y: rows × features; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="statistics">As forward left them.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="scaleGradient">As <paramref name="scale"/>; assigned.</param>
    /// <param name="shiftGradient">As β; assigned.</param>
    public static void Backward(Work work, Span<T> gradient, ReadOnlySpan<T> input, ReadOnlySpan<T> statistics, ReadOnlySpan<T> scale, Span<T> scaleGradient, Span<T> shiftGradient = default) =>
        RowNormalization<T>.Backward(work, centers: true, gradient, input, statistics, scale, scaleGradient, shiftGradient);
}
