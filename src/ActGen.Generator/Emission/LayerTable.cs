using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The network as a table of aligned columns, for <c>&lt;remarks&gt;&lt;code&gt;</c>: at most 76 columns and 12 rows.</summary>
internal static class LayerTable
{
    private const int MostColumns = 76, MostRows = 12, MostNameColumns = 26;

    private static readonly string[] Header = ["layer", "output", "parameters", "mult-adds", "keeps"];

    public static IReadOnlyList<string> Of(NetworkPlan plan, IReadOnlyList<Stage> stages)
    {
        var rows = new List<string[]> { Header, new[] { "input", plan.Input.ToString(), "", "", "" } };
        foreach (Stage stage in stages.Take(stages.Count > MostRows ? MostRows - 1 : MostRows))
        {
            rows.Add([
                Shorten(LayerNames.Of(stage)),
                stage.Layer.Output.ToString(),
                Words.Of(LayerNames.ParameterCount(stage)),
                Words.Of(LayerNames.MultiplyAdds(stage)),
                LayerNames.KeepsCell(stage),
            ]);
        }
        int left = stages.Count - (rows.Count - 2);
        string[] total = ["", "", Words.Of(plan.ParameterCount), Words.Of(stages.Sum(LayerNames.MultiplyAdds)), ""];
        int[] widths = [.. Header.Select((_, column) => rows.Append(total).Max(row => row[column].Length))];
        List<string> lines = [.. rows.Select(row => Align(row, widths))];
        if (left > 0)
            lines.Add($"… {Words.Of(left)} more");
        lines.Add(Align(total, widths) + (plan.Loss is { } loss ? "  → " + loss.Name : ""));
        return [.. lines.Select(line => line.Length > MostColumns ? line.Substring(0, MostColumns - 1) + "…" : line)];
    }

    // Names to the left, numbers to the right.
    private static string Align(string[] row, int[] widths) => string.Join("  ", row.Select((cell, column) =>
        column is 0 or 4 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Shorten(string name) => name.Length <= MostNameColumns ? name : name.Substring(0, MostNameColumns - 1) + "…";
}
