using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Mean of (x − t)² over all elements.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float MSE(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<SquaredError>(outputs, targets, gradient, nameof(outputs));

    /// <summary>Mean of |x − t| over all elements; the derivative at x = t is 0.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float L1(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<AbsoluteError>(outputs, targets, gradient, nameof(outputs));

    /// <summary>Mean over all elements of ½d² where |d| ≤ δ, else δ(|d| − ½δ), d = x − t.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="delta">δ, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not above 0 and finite.</exception>
    public static float Huber(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double delta = 1)
    {
        Positive(delta);
        return Mean<HuberError>(outputs, targets, gradient, nameof(outputs), delta);
    }

    /// <summary>Mean over all elements of d²/2β where |d| &lt; β, else |d| − ½β, d = x − t (Girshick 2015). PyTorch's <c>SmoothL1Loss</c>; β·SmoothL1 is <see cref="Huber"/> with δ = β.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="beta">β, at least 0; 0 is <see cref="L1"/>.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not at least 0 and finite.</exception>
    public static float SmoothL1(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double beta = 1)
    {
        AtLeastZero(beta);
        return Mean<SmoothAbsoluteError>(outputs, targets, gradient, nameof(outputs), beta);
    }

    /// <summary>Mean over all elements of ln cosh(x − t): ½d² near 0, |d| − ln 2 far from it. Keras' <c>LogCosh</c>.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float LogCosh(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<LogCoshError>(outputs, targets, gradient, nameof(outputs));

    /// <summary>Mean over all elements of 100·|x − t| / max(|t|, ε). Keras' <c>MeanAbsolutePercentageError</c>.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not above 0 and finite.</exception>
    public static float MAPE(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double epsilon = 1e-7)
    {
        Positive(epsilon);
        return Mean<PercentageError>(outputs, targets, gradient, nameof(outputs), epsilon);
    }

    /// <summary>Mean over all elements of (ln(1 + x) − ln(1 + t))², x and t raised to ε where they are below it; the derivative is 0 there. Keras' <c>MeanSquaredLogarithmicError</c>.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="epsilon">ε, at least 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not at least 0 and finite.</exception>
    public static float MSLE(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double epsilon = 1e-7)
    {
        AtLeastZero(epsilon);
        return Mean<LogarithmicError>(outputs, targets, gradient, nameof(outputs), epsilon);
    }
}
