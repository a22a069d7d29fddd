namespace ActGen.CompilerServices;

/// <summary>Root mean square normalisation: the features of each row get mean square 1. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RMSNorm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = x/√(mean of x² + ε)·γ, each row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="output">y: rows × features; may be the input.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="statistics">Where training keeps 1/√(mean of x² + ε): one for each row; empty at inference.</param>
    public static void Forward(Work work, T epsilon, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> scale, Span<T> statistics = default) =>
        RowNormalization<T>.Forward(work, centers: false, epsilon, input, output, scale, shift: default, statistics);

    /// <summary>∂L/∂x, in place, and the gradient of γ.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="gradient">∂L/∂y: rows × features; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="statistics">As forward left them.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="scaleGradient">As <paramref name="scale"/>; assigned.</param>
    public static void Backward(Work work, Span<T> gradient, ReadOnlySpan<T> input, ReadOnlySpan<T> statistics, ReadOnlySpan<T> scale, Span<T> scaleGradient) =>
        RowNormalization<T>.Backward(work, centers: false, gradient, input, statistics, scale, scaleGradient, shiftGradient: default);
}
