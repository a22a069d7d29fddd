namespace ActGen.CompilerServices;

/// <summary>Batch normalisation: x̂ = (x − m)·r, r = 1/√(v + ε), y = fma(x̂, γ, β), m and v of each feature over all rows; at inference by running averages.</summary>
/// <remarks>In the canonical orders: Σx and Σ(x − m)² by rule 3, divided by the number of rows; back a = γ·(Σg/N), b = γ·(Σg·x̂/N), dx = fma(x̂, −b, g·γ − a)·r. Where there is no γ it
/// is 1, and β +0. Running averages: mean ← mean + momentum·(m − mean), likewise the variance with Σ(x − m)²/(N − 1). Workers own features for sums, then rows, and meet before and between.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BatchNorm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y by the running averages.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="output">y: rows × features; may be the input.</param>
    /// <param name="mean">Running mean: features.</param>
    /// <param name="variance">Running variance: features.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="shift">β: features, or empty.</param>
    public static void Infer(Work work, T epsilon, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> mean, ReadOnlySpan<T> variance, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift = default)
    {
        BatchNormKernel<T> kernel = new()
        {
            Epsilon = epsilon,
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
            Mean = mean,
            Variance = variance,
            Scale = scale,
            Shift = shift,
        };
        VectorWidth.Run<BatchNormKernel<T>, T>(ref kernel);
    }

    /// <summary>y by the batch, which the running averages take in.</summary>
    /// <param name="work">Rows, at least 2, and share.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="momentum">The share of the batch in the running averages.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="output">y: rows × features; may not overlap the input.</param>
    /// <param name="runningMean">Features.</param>
    /// <param name="runningVariance">Features.</param>
    /// <param name="statistics">Where m and r are kept for backward: 2 × features, or 4 × features where there is no γ.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="shift">β: features, or empty.</param>
    public static void Forward(Work work, T epsilon, T momentum, ReadOnlySpan<T> input, Span<T> output, Span<T> runningMean, Span<T> runningVariance, Span<T> statistics, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift = default)
    {
        int width = runningMean.Length;
        Span<T> mean = statistics[..width], factor = statistics.Slice(width, width);
        work.Synchronize();
        T count = T.CreateChecked(work.Rows), others = T.CreateChecked(work.Rows - 1);
        (int start, int end) = FeatureSums<T>.Own(work, width);
        fixed (T* x = input, m = mean)
        {
            FeatureSums<T>.Run(work, width, mean, default, new BatchMean<T>(x, width));
            for (int i = start; i < end; i++)
                mean[i] /= count;
            FeatureSums<T>.Run(work, width, factor, default, new BatchSquares<T>(x, width, m));
        }
        for (int i = start; i < end; i++)
        {
            T squares = factor[i];
            runningMean[i] += momentum * (mean[i] - runningMean[i]);
            runningVariance[i] += momentum * ((squares / others) - runningVariance[i]);
            factor[i] = T.One / T.Sqrt((squares / count) + epsilon);
        }
        work.Synchronize();
        BatchNormKernel<T> kernel = new()
        {
            Input = input[RowShare.Elements(work, input.Length)],
            Output = output[RowShare.Elements(work, output.Length)],
            Mean = mean,
            Factor = factor,
            Scale = scale,
            Shift = shift,
        };
        VectorWidth.Run<BatchNormKernel<T>, T>(ref kernel);
    }

    /// <summary>∂L/∂x, in place, and the gradients of γ and β.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="gradient">∂L/∂y: rows × features; overwritten with ∂L/∂x.</param>
    /// <param name="input">x: rows × features.</param>
    /// <param name="statistics">As forward left them; where there is no γ, its second half takes the sums.</param>
    /// <param name="scale">γ: features, or empty.</param>
    /// <param name="scaleGradient">As <paramref name="scale"/>; assigned.</param>
    /// <param name="shiftGradient">As β; assigned.</param>
    public static void Backward(Work work, Span<T> gradient, ReadOnlySpan<T> input, Span<T> statistics, ReadOnlySpan<T> scale, Span<T> scaleGradient, Span<T> shiftGradient = default)
    {
        int width = statistics.Length / (scale.IsEmpty ? 4 : 2);
        if (scale.IsEmpty)
        {
            scaleGradient = statistics.Slice(2 * width, width);
            shiftGradient = statistics.Slice(3 * width, width);
        }
        work.Synchronize();
        fixed (T* g = gradient, x = input, s = statistics)
            FeatureSums<T>.Run(work, width, scaleGradient, shiftGradient, new AffineGradients<T, NormalizedFeature<T>>(g, x, width, new(s, s + width)));
        work.Synchronize();
        BatchNormGradientKernel<T> kernel = new()
        {
            Count = T.CreateChecked(work.Rows),
            Gradient = gradient[RowShare.Elements(work, gradient.Length)],
            Input = input[RowShare.Elements(work, input.Length)],
            Mean = statistics[..width],
            Factor = statistics.Slice(width, width),
            Scale = scale,
            ScaleGradient = scaleGradient,
            ShiftGradient = shiftGradient,
        };
        VectorWidth.Run<BatchNormGradientKernel<T>, T>(ref kernel);
    }
}
