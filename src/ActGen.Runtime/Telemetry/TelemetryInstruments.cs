using System.Diagnostics.Metrics;

namespace ActGen;

/// <summary>The telemetry of one layer for <see cref="System.Diagnostics.Metrics"/>: gauges of the meter <c>ActGen</c>, tagged with network, layer and the layer's place. Costs a comparison each while nobody listens.</summary>
/// <param name="network">Name of the class.</param>
/// <param name="layer">The layer as declared.</param>
/// <param name="index">Its row in the layer table, from 0: two layers may be declared alike.</param>
internal sealed class TelemetryInstruments(string network, string layer, int index)
{
    private static readonly Meter Meter = new("ActGen");

    private static readonly Gauge<double>
        ActivationMean = Create("activation.mean", "Mean of the layer's outputs in a training step."),
        ActivationRms = Create("activation.rms", "Root mean square of the layer's outputs in a training step."),
        GradientMean = Create("gradient.mean", "Mean of the loss's gradient by the layer's outputs."),
        GradientRms = Create("gradient.rms", "Root mean square of the loss's gradient by the layer's outputs."),
        Dead = Create("dead", "Share of units whose derivative was 0 in every row of a step."),
        Saturated = Create("saturated", "Share of outputs where the derivative is below 1 % of its largest value."),
        UpdateRatio = Create("update_ratio", "Root mean square of the change of the weights over that of the weights.");

    private readonly KeyValuePair<string, object?> _network = new("network", network), _layer = new("layer", layer), _index = new("index", index);

    /// <summary>The values of a step.</summary>
    public void Record(LayerTotals step)
    {
        Record(ActivationMean, step.Mean);
        Record(ActivationRms, step.Rms);
        Record(GradientMean, step.GradientMean);
        Record(GradientRms, step.GradientRms);
        // Counts all units: not before somebody wants it.
        if (Dead.Enabled)
            Record(Dead, step.DeadShare);
        Record(Saturated, step.SaturatedShare);
        Record(UpdateRatio, step.UpdateRatio);
    }

    private static Gauge<double> Create(string name, string description) => Meter.CreateGauge<double>("actgen.layer." + name, unit: "1", description);

    private void Record(Gauge<double> gauge, double? value)
    {
        if (value is { } known && gauge.Enabled)
            gauge.Record(known, _network, _layer, _index);
    }
}
