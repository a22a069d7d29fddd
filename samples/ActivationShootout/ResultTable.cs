using System.Globalization;
using ActGen.Reporting;
using Spectre.Console;

namespace ActivationShootout;

/// <summary>The outcome: a line for each activation.</summary>
internal static class ResultTable
{
    /// <summary>The accuracy that is waited for.</summary>
    private const double Goal = 0.85;

    private const int FileWidth = 120;

    public static ReportTable Of(IReadOnlyList<(Contender Contender, IReadOnlyList<Trial> Trials)> results, string data) => new(
        "Which activation is best here?",
        ["activation", "validation accuracy", "epochs to 85 %", "s/epoch", "dead units", "gradient predicted", "measured"],
        [.. results.OrderByDescending(result => result.Trials.Average(trial => trial.Accuracy)).Select(Row)])
    {
        Note = $"{data}, {(results[0].Trials.Count == 1 ? "1 seed" : $"{results[0].Trials.Count} seeds")}: mean ± standard deviation of the accuracy after the best epoch; the other columns are means. Dead units: share of those that can die (–: none can) that "
            + "had no derivative in a whole epoch. Gradient: root mean square by the first layer's outputs in a new network, relative to that by the network's outputs; predicted by the compiler from the declaration, measured in the first step.",
    };

    public static void Print(ReportTable table)
    {
        var console = new Table { Border = TableBorder.Simple };
        foreach (string header in table.Headers)
            console.AddColumn(new TableColumn(Markup.Escape(header)) { Alignment = header == table.Headers[0] ? Justify.Left : Justify.Right });
        foreach (IReadOnlyList<string> row in table.Rows)
            console.AddRow([.. row.Select(Markup.Escape)]);
        // A file has no width of its own.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = FileWidth;
        AnsiConsole.Write(console);
    }

    private static IReadOnlyList<string> Row((Contender Contender, IReadOnlyList<Trial> Trials) result)
    {
        double[] accuracies = [.. result.Trials.Select(trial => 100 * trial.Accuracy)];
        int?[] epochs = [.. result.Trials.Select(trial => trial.EpochsTo(Goal))];
        double?[] dead = [.. result.Trials.Select(trial => trial.Dead)];
        return
        [
            result.Contender.Activation,
            $"{Number(accuracies.Average(), "0.0")} ± {Number(Deviation(accuracies), "0.0")} %",
            epochs.Any(epoch => epoch is null) ? "not reached" : Number(epochs.Average(epoch => epoch!.Value), "0.#"),
            Number(result.Trials.Average(trial => trial.SecondsPerEpoch), "0.00"),
            dead.Any(share => share is null) ? "–" : Number(100 * dead.Average(share => share!.Value), "0.0") + " %",
            result.Contender.PredictedGradient is { } gradient ? Number(gradient, "0.###") : "–",
            Number(result.Trials.Average(trial => trial.Gradient), "0.###"),
        ];
    }

    /// <summary>Of a sample: divided by one less than its size; 0 for a single one.</summary>
    private static double Deviation(double[] values) =>
        values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1));

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
