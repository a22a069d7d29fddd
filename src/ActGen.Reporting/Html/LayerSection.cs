namespace ActGen.Reporting.Html;

/// <summary>The layer table: what was declared, predicted and measured.</summary>
internal static class LayerSection
{
    public static void Write(HtmlWriter html, ReportRun run)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        bool isRecorded = epochs.Count > 0 && epochs[0].Layers.Count > 0;
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Layers");
            html.Leaf("p", $"{run.Summary.Name}: {Numbers.Count(run.Summary.ParameterCount)} parameters, {Numbers.Count(run.Summary.MultiplyAdds)} multiply-adds for a row."
                + (isRecorded ? " Signal: root mean square of the outputs. Gradient: relative to the output's. Predicted for the new network, measured in the first and the last epoch. Dead: units without a derivative in all rows of the last epoch. Saturated: outputs at which the derivative is below 1 % of its largest value. Update: change of the weights in a step, relative to them; about 0.001 is usual."
                    : " Declare the network with Telemetry = true to see what its layers do, and its activations."), ("class", "note"));
            if (isRecorded)
                Recorded(html, run, epochs[0], epochs[^1]);
            else
                Declared(html, run.Summary);
        }
    }

    private static void Declared(HtmlWriter html, NetworkSummary summary) => TableSection.Write(
        html,
        ["layer", "output", "parameters", "multiply-adds", "signal", "gradient"],
        [.. summary.Layers.Select(layer => (IReadOnlyList<string>)
        [
            layer.Layer, Shape(layer), Numbers.Count(layer.ParameterCount), Numbers.Count(layer.MultiplyAdds), Numbers.Short(layer.Signal?.Value), Numbers.Short(layer.Gradient?.Value),
        ])]);

    private static void Recorded(HtmlWriter html, ReportRun run, EpochResult first, EpochResult last)
    {
        IReadOnlyList<LayerSummary?> rows = Flow.Rows(run);
        IReadOnlyList<double?> firstFlow = Flow.Of(first), lastFlow = Flow.Of(last);
        TableSection.Write(
            html,
            ["layer", "output", "parameters", "signal predicted", "first", "last", "gradient predicted", "first", "last", "dead", "saturated", "update"],
            [.. last.Layers.Select((layer, i) => (IReadOnlyList<string>)
            [
                layer.Layer, rows[i] is { } row ? Shape(row) : Numbers.None, Numbers.Count(rows[i]?.ParameterCount ?? 0),
                Numbers.Short(rows[i]?.Signal?.Value), Numbers.Short(first.Layers[i].ActivationRms), Numbers.Short(layer.ActivationRms),
                Numbers.Short(rows[i]?.Gradient?.Value), Numbers.Short(firstFlow[i]), Numbers.Short(lastFlow[i]),
                Numbers.Percent(layer.DeadShare), Numbers.Percent(layer.SaturatedShare), Numbers.Short(layer.UpdateRatio),
            ])]);
    }

    private static string Shape(LayerSummary layer) => string.Join(" × ", layer.OutputShape);
}
