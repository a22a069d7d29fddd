namespace ActGen.CompilerServices;

/// <summary>Rows that are normalised for themselves: x̂ = (x − m)·r, r = 1/√(v + ε), y = x̂·γ + β. Layer normalisation takes the mean for m and the variance for v, root mean
/// square normalisation 0 and the mean square.</summary>
/// <remarks>In the canonical orders: sums by rule 4, divided by the number of elements; the variance in a second pass around the mean, so that it is never negative;
/// r by one root and one division; y by one multiply-add where there is a β. Back: h = g·γ, a = mean of h (0 where nothing was subtracted), b = mean of h·x̂,
/// dx = fma(x̂, −b, h − a)·r; gradients of γ and β by rule 3.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
internal static class RowNormalization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // What the sums of one worker take of the stack: two for each feature.
    private const int WidestSums = 4096;

    /// <summary>y, and the statistics: r of each row, behind its m where there is one.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="centers">Whether the mean is subtracted.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="output">y: rows × features; may be the input.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="shift">β: features, or empty.</param>
    /// <param name="statistics">rows × 2, or × 1 where nothing is subtracted; or empty.</param>
    public static void Forward(Work work, bool centers, T epsilon, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift, Span<T> statistics)
    {
        RowNormalizationKernel<T> kernel = new()
        {
            Centers = centers,
            Epsilon = epsilon,
            Width = RowShare.Width(work, input.Length),
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
            Scale = scale,
            Shift = shift,
            Statistics = statistics[RowShare.Elements(work, statistics.Length)],
        };
        VectorWidth.Run<RowNormalizationKernel<T>, T>(ref kernel);
    }

    /// <summary>∂L/∂x, in place, and the gradients of γ and β.</summary>
    /// <remarks>Each of several workers sums its own features over all rows, then works on its own rows: the workers meet before and between.</remarks>
    /// <param name="work">Rows and share.</param>
    /// <param name="centers">Whether the mean was subtracted.</param>
    /// <param name="gradient">∂L/∂y: rows × features; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="statistics">As forward left them.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="scaleGradient">As <paramref name="scale"/>; assigned.</param>
    /// <param name="shiftGradient">As β; assigned.</param>
    [SkipLocalsInit]
    public static unsafe void Backward(Work work, bool centers, Span<T> gradient, ReadOnlySpan<T> input, ReadOnlySpan<T> statistics, ReadOnlySpan<T> scale, Span<T> scaleGradient, Span<T> shiftGradient)
    {
        int width = RowShare.Width(work, input.Length);
        bool isSummedByRows = !scale.IsEmpty && work.Workers == 1 && width is > 0 and <= WidestSums;
        if (!scale.IsEmpty && !isSummedByRows)
        {
            work.Synchronize();
            fixed (T* g = gradient, x = input, s = statistics)
                FeatureSums<T>.Run(work, width, scaleGradient, shiftGradient, new AffineGradients<T, NormalizedRow<T>>(g, x, width, new(s, centers)));
            work.Synchronize();
        }
        RowNormalizationGradientKernel<T> kernel = new()
        {
            Centers = centers,
            Width = width,
            Gradient = gradient[RowShare.Elements(work, gradient.Length)],
            Input = input[RowShare.Elements(work, input.Length)],
            Statistics = statistics[RowShare.Elements(work, statistics.Length)],
            Scale = scale,
        };
        T* sums = stackalloc T[isSummedByRows ? 2 * width : 0];
        if (isSummedByRows)
        {
            kernel.ScaleGradient = scaleGradient;
            kernel.ShiftGradient = shiftGradient;
            kernel.Sums = new Span<T>(sums, 2 * width);
        }
        VectorWidth.Run<RowNormalizationGradientKernel<T>, T>(ref kernel);
    }
}
