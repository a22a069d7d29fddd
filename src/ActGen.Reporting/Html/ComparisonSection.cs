using ActGen.Reporting.Drawing;

namespace ActGen.Reporting.Html;

/// <summary>Several runs side by side.</summary>
internal static class ComparisonSection
{
    public static void Write(HtmlWriter html, IReadOnlyList<ReportRun> runs)
    {
        if (runs.Count == 0)
            return;
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Comparison");
            html.Leaf("p", "Validation where there is any, training otherwise. The gradient is that at the first layer, relative to the output's, on a logarithmic scale.", ("class", "note"));
            using (html.Open("ul", ("class", "legend")))
            {
                for (int i = 0; i < runs.Count; i++)
                    LineChart.LegendEntry(html, i, runs[i].Name);
            }
            using (html.Open("div", ("class", "charts")))
            {
                LineChart.Write(html, "Loss", Lines(runs, epoch => epoch.ValidationLoss ?? epoch.TrainingLoss));
                LineChart.Write(html, "Accuracy", Lines(runs, epoch => epoch.ValidationAccuracy ?? epoch.TrainingAccuracy ?? double.NaN));
                LineChart.Write(html, "Gradient at the first layer", Lines(runs, epoch => Math.Log10(Flow.AtFirst(epoch))), decade => Numbers.Short(Math.Pow(10, decade)));
                LineChart.Write(html, "Dead units, all layers", Lines(runs, Dead), share => Numbers.Percent(share));
            }
            html.Leaf("h3", "Outcome");
            TableSection.Write(html, ["run", "parameters", "test accuracy", "test loss", "best epoch", "seconds per epoch"], [.. runs.Select(Row)]);
        }
    }

    private static IReadOnlyList<Series> Lines(IReadOnlyList<ReportRun> runs, Func<EpochResult, double> value) =>
        [.. runs.Select((run, i) => new Series(run.Name, i, [.. run.History.Epochs.Select(value)]))];

    /// <summary>Mean over the layers that can die; NaN where none can.</summary>
    private static double Dead(EpochResult epoch) => epoch.Layers.Select(layer => layer.DeadShare).OfType<double>().DefaultIfEmpty(double.NaN).Average();

    private static IReadOnlyList<string> Row(ReportRun run) =>
    [
        run.Name, Numbers.Count(run.Summary.ParameterCount), Numbers.Percent(run.Evaluation?.Accuracy), Numbers.Short(run.Evaluation?.Loss),
        run.History.BestEpoch is { } best ? Numbers.Count(best) : Numbers.None,
        Numbers.Short(run.History.Epochs.Count == 0 ? null : run.History.Epochs.Average(epoch => epoch.Duration.TotalSeconds)),
    ];
}
