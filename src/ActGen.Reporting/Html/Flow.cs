namespace ActGen.Reporting.Html;

/// <summary>Gradients relative to that at the network's output: what predictions are about, and what does not depend on batch and loss.</summary>
internal static class Flow
{
    /// <summary>One number for each layer; null where nothing was recorded.</summary>
    public static IReadOnlyList<double?> Of(EpochResult epoch) => [.. LayerHealth.Of(epoch.Layers).Select(health => health.Gradient)];

    /// <summary>At the first layer, which every signal has to reach; NaN where nothing was recorded.</summary>
    public static double AtFirst(EpochResult epoch) => Of(epoch).FirstOrDefault(gradient => gradient is not null) ?? double.NaN;

    /// <summary>The row of the summary that an entry of telemetry belongs to: entries are the rows in their order, but for layers that compute nothing.</summary>
    public static IReadOnlyList<LayerSummary?> Rows(ReportRun run)
    {
        IReadOnlyList<LayerTelemetry> recorded = run.History.Epochs.Count == 0 ? [] : run.History.Epochs[0].Layers;
        var rows = new List<LayerSummary?>();
        int next = 0;
        foreach (LayerTelemetry entry in recorded)
        {
            while (next < run.Summary.Layers.Count && run.Summary.Layers[next].Layer != entry.Layer)
                next++;
            rows.Add(next < run.Summary.Layers.Count ? run.Summary.Layers[next++] : null);
        }
        return rows;
    }
}
