using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The network as a table of aligned columns, for <c>&lt;remarks&gt;&lt;code&gt;</c>: at most 76 columns and 12 rows.</summary>
internal static class LayerTable
{
    private const int MostColumns = 76, MostRows = 12, LeastNameColumns = 8, Gap = 2;

    private static readonly string[] Header = ["layer", "output", "parameters", "mult-adds", "keeps", "signal", "gradient"];

    public static IReadOnlyList<string> Of(NetworkPlan plan, IReadOnlyList<Stage> all)
    {
        Stage[] stages = [.. all.Where(stage => stage.IsDeclared)];
        var rows = new List<string[]> { Header, new[] { "input", plan.Input.ToString(), "", "", "", ScaleText.Of(plan.Signal.Input.Predict(plan.Input.Features, plan.Input.Positions)), ScaleText.Of(plan.Signal.InputGradient.Predict(plan.Input.Features, plan.Input.Positions)) } };
        foreach (Stage stage in stages.Take(stages.Length > MostRows ? MostRows - 1 : MostRows))
        {
            rows.Add([
                LayerNames.Of(stage),
                stage.Layer.Output.ToString(),
                Words.Of(LayerNames.ParameterCount(stage)),
                Words.Of(LayerNames.MultiplyAdds(stage)),
                LayerNames.KeepsCell(stage),
                ScaleText.Of(stage.PredictedSignal),
                ScaleText.Of(stage.PredictedGradient),
            ]);
        }
        int left = stages.Length - (rows.Count - 2);
        string[] total = ["", "", Words.Of(plan.ParameterCount), Words.Of(stages.Sum(LayerNames.MultiplyAdds)), "", "", ""];
        int[] widths = [.. Header.Select((_, column) => rows.Append(total).Max(row => row[column].Length))];
        widths[0] = Math.Max(Math.Min(widths[0], MostColumns - widths.Skip(1).Sum(width => width + Gap)), LeastNameColumns);
        List<string> lines = [.. rows.Select(row => Align(row, widths))];
        if (left > 0)
            lines.Add($"… {Words.Of(left)} more");
        lines.Add(Align(total, widths) + (plan.Loss is { } loss ? "  → " + loss.Type.Name : ""));
        lines.AddRange(Legend(plan, rows));
        return [.. lines.Select(line => Shorten(line, MostColumns))];
    }

    private static IEnumerable<string> Legend(NetworkPlan plan, IEnumerable<string[]> rows)
    {
        yield return "signal, gradient: predicted rms in a new network; gradient at the output = 1";
        if (rows.Any(row => row.Contains(ScaleText.Unpredictable)))
            yield return "?: one new network differs from another by more than a factor 4";
        if (rows.Any(row => row.Contains(ScaleText.Unknown)))
            yield return $"{ScaleText.Unknown}: not predicted";
        if (plan.Signal.BornDead is > 0 and double dead)
            yield return $"born dead: about {ScaleText.Percent(dead)} of new networks pass no gradient";
    }

    // Names to the left, numbers to the right.
    private static string Align(string[] row, int[] widths) => string.Join("  ", row.Select((cell, column) =>
        column is 0 or 4 ? Shorten(cell, widths[column]).PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Shorten(string text, int columns) => text.Length <= columns ? text : text.Substring(0, columns - 1) + "…";
}
