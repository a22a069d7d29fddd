using System.Text;

namespace ActGen.Peers.Report;

/// <summary>The tables of a page, between its markers.</summary>
internal static class ResultTables
{
    public const string Head = "| work | ActGen | mark | peer | peer ÷ ActGen | at least | of peak | |\n|---|---|---|---|---|---|---|---|";

    private const string Begin = "<!-- results: begin -->", End = "<!-- results: end -->";

    public static string Row(Result result) =>
        $"| {result.Work} | {result.Time} | {result.Most} | {result.Peer} | {result.Ratio:0.00} | {result.LeastRatio:0.##} | {result.Share} | {result.Verdict} |";

    public static string Verdict(IReadOnlyCollection<Result> results) =>
        results.Count(result => result.IsMissed) is var missed and > 0 ? $"{missed} of {results.Count} marks are missed" : $"all {results.Count} marks are reached";

    /// <summary>Puts them into the page.</summary>
    public static void Write(ResultFile file)
    {
        string path = file.Place(".md"), page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal), end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"{path} does not have {Begin} and {End}.");
        File.WriteAllText(path, page[..begin] + Begin + "\n" + Text(file) + page[end..]);
    }

    private static string Text(ResultFile file)
    {
        StringBuilder text = new();
        text.Append($"\n{string.Join("; ", file.Machine)}. {Verdict([.. file.Results])}.\n");
        foreach (IGrouping<string, Result> group in file.Results.GroupBy(result => result.Group))
        {
            text.Append($"\n### {group.Key}\n\n{Head}\n");
            foreach (Result result in group)
                text.Append(Row(result)).Append('\n');
        }
        return text.Append('\n').ToString();
    }
}
