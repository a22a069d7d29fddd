using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Mean of −p·t·ln σ(x) − (1 − t)·ln σ(−x) over all elements, finite for every finite logit. PyTorch's <c>BCEWithLogitsLoss</c>.</summary>
    /// <param name="logits">x.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither.</param>
    /// <param name="positiveWeight">p, the weight of the positive targets, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="positiveWeight"/> is not above 0 and finite.</exception>
    public static float BCEWithLogits(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient = default, double positiveWeight = 1)
    {
        Positive(positiveWeight);
        return Mean<LogisticError>(logits, targets, gradient, positiveWeight, nameof(logits));
    }

    /// <summary>Mean of −t·ln x − (1 − t)·ln(1 − x) over all elements, logarithms clamped at −100. PyTorch's <c>BCELoss</c>; <see cref="BCEWithLogits"/> keeps more digits.</summary>
    /// <param name="probabilities">x, in [0, 1]; outside of it the loss is NaN.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="probabilities"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float BCE(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<BernoulliError>(probabilities, targets, gradient, setting: 0, nameof(probabilities));

    /// <summary>Mean of (x − t)² over all elements.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float MSE(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<SquaredError>(outputs, targets, gradient, setting: 0, nameof(outputs));

    /// <summary>Mean of |x − t| over all elements; the derivative at x = t is 0.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float L1(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<AbsoluteError>(outputs, targets, gradient, setting: 0, nameof(outputs));

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
        return Mean<HuberError>(outputs, targets, gradient, delta, nameof(outputs));
    }

    [SkipLocalsInit]
    private static float Mean<TLoss>(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient, double setting, string outputsName)
        where TLoss : IElementLoss
    {
        const int Block = 4096;
        NotEmpty(outputs.Length, outputsName);
        if (targets.Length != outputs.Length)
            throw new ArgumentException($"targets has {targets.Length} elements; {outputsName} has {outputs.Length}.", nameof(targets));
        Gradient(gradient, outputs, targets, outputsName);
        Span<float> losses = stackalloc float[Math.Min(Block, outputs.Length)];
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += Block)
        {
            int length = Math.Min(Block, outputs.Length - start);
            LossKernels<float>.ElementRows<TLoss>(outputs.Slice(start, length), targets.Slice(start, length), losses[..length], gradient.IsEmpty ? gradient : gradient.Slice(start, length), width: 1, setting, outputs.Length);
            sum += FlatSum.Sum(losses[..length]);
        }

        return (float)(sum / outputs.Length);
    }

    private static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
    }
}
