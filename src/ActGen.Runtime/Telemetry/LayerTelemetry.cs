namespace ActGen;

/// <summary>What one layer of a network with <c>Telemetry = true</c> did: in a step of a trainer, or over an epoch of <c>Fit</c>.</summary>
/// <remarks>A unit is a feature of the layer's output: an element of a row, or a channel of an image with all its positions. Numbers are added in double, in an order that depends on neither
/// the number of threads nor the vectors of the machine.</remarks>
/// <param name="Layer">The layer as declared, with the activation fused into it: <c>Dense 128 + ReLU</c>.</param>
/// <param name="ActivationMean">Mean of its outputs.</param>
/// <param name="ActivationRms">Root of the mean square of its outputs.</param>
/// <param name="GradientMean">Mean of the loss's gradient by its outputs; null where backward did not need it, because nothing below trains.</param>
/// <param name="GradientRms">Root of the mean square of that gradient, which is of the mean loss: it shrinks with the batch. Divide by that of the last layer to compare with predictions.</param>
public sealed record LayerTelemetry(string Layer, double ActivationMean, double ActivationRms, double? GradientMean, double? GradientRms)
{
    /// <summary>Share of units whose derivative f′ was 0 in every row, so that nothing reaches the weights before them; null for formulas that are nowhere flat, and for layers without one.</summary>
    public double? DeadShare { get; init; }

    /// <summary>Share of outputs at which |f′| is below 1 % of its largest value; null for formulas that are not flat towards both ends, as tanh and sigmoid are.</summary>
    public double? SaturatedShare { get; init; }

    /// <summary>Root mean square of the change of the layer's weights over that of the weights, mean over the updates: about 0.001 is usual. Null without weights or updates.</summary>
    public double? UpdateRatio { get; init; }
}
