using ActGen.Reporting.Drawing;

namespace ActGen.Reporting.Html;

/// <summary>Everything about one run.</summary>
internal static class RunSection
{
    public static void Write(HtmlWriter html, ReportRun run)
    {
        Curves(html, run);
        GradientFlow.Write(html, run);
        ConfusionSection.Write(html, run);
        MisreadSection.Write(html, run);
        ActivationSection.Write(html, run);
        LayerSection.Write(html, run);
    }

    private static void Curves(HtmlWriter html, ReportRun run)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Training");
            html.Leaf("p", Outcome(run), ("class", "soft"));
            using (html.Open("ul", ("class", "legend")))
            {
                LineChart.LegendEntry(html, 0, "training", isThin: true);
                LineChart.LegendEntry(html, 1, "validation");
            }
            using (html.Open("div", ("class", "charts")))
            {
                LineChart.Write(html, "Loss",
                [
                    new("training", 0, [.. epochs.Select(epoch => epoch.TrainingLoss)]) { IsThin = true },
                    new("validation", 1, [.. epochs.Select(epoch => epoch.ValidationLoss ?? double.NaN)]),
                ]);
                LineChart.Write(html, "Accuracy",
                [
                    new("training", 0, [.. epochs.Select(epoch => epoch.TrainingAccuracy ?? double.NaN)]) { IsThin = true },
                    new("validation", 1, [.. epochs.Select(epoch => epoch.ValidationAccuracy ?? double.NaN)]),
                ]);
            }
        }
    }

    private static string Outcome(ReportRun run)
    {
        TrainingHistory history = run.History;
        string epochs = history.Epochs.Count == 1 ? "1 epoch" : $"{Numbers.Count(history.Epochs.Count)} epochs";
        string end = history.StopReason switch
        {
            StopReason.EarlyStopping => "; stopped early, the loss no longer fell",
            StopReason.Diverged => "; diverged: the loss became NaN",
            _ => "",
        };
        string best = history.BestEpoch is { } epoch ? $"; best epoch {Numbers.Count(epoch)}" : "";
        string test = run.Evaluation is { } evaluation
            ? $". Test: loss {Numbers.Short(evaluation.Loss)}" + (evaluation.Accuracy is { } accuracy ? $", accuracy {Numbers.Percent(accuracy)}" : "") + $" on {Numbers.Count(evaluation.Count)} rows"
            : "";
        return $"{epochs} in {Numbers.Seconds(new TimeSpan(history.Epochs.Sum(result => result.Duration.Ticks)))}{best}{end}{test}.";
    }
}
