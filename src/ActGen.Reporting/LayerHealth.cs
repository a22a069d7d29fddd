namespace ActGen.Reporting;

/// <summary>What is wrong with a layer, as far as its numbers tell.</summary>
/// <param name="Layer">Its numbers.</param>
/// <param name="Gradient">The gradient by its outputs relative to that at the network's output; null where nothing was recorded.</param>
/// <param name="Trouble">The worst of it in a few words; null for nothing.</param>
internal sealed record LayerHealth(LayerTelemetry Layer, double? Gradient, string? Trouble)
{
    /// <summary>Beyond these a reader should look. The gradient's bounds are those beyond which rules about declarations call it vanished or exploding; for updates 0.001 is usual, so a hundred times more or less is not.</summary>
    private const double ManyDead = 0.5, ManySaturated = 0.5, LeastGradient = 1e-3, MostGradient = 1e3, LeastUpdate = 1e-5, MostUpdate = 0.1;

    public static IReadOnlyList<LayerHealth> Of(IReadOnlyList<LayerTelemetry> layers)
    {
        double? output = layers.Count == 0 ? null : layers[^1].GradientRms;
        return [.. layers.Select(layer =>
        {
            double? gradient = layer.GradientRms is { } rms && output > 0 ? rms / output : null;
            return new LayerHealth(layer, gradient, TroubleOf(layer, gradient));
        })];
    }

    private static string? TroubleOf(LayerTelemetry layer, double? gradient) => layer switch
    {
        _ when !double.IsFinite(layer.ActivationRms) => "not finite",
        { DeadShare: >= ManyDead } => "units are dead",
        _ when gradient < LeastGradient => "gradient vanishes",
        _ when gradient > MostGradient => "gradient explodes",
        { SaturatedShare: >= ManySaturated } => "saturated",
        { UpdateRatio: > 0 and < LeastUpdate } => "hardly learns",
        { UpdateRatio: > MostUpdate } => "learns too fast",
        _ => null,
    };
}
