using ActGen.Tools;

namespace ActGen.Peers.Report;

/// <summary>The results of one run, from which the tables and the picture of a page in <c>docs</c> are made: each processor has a page of its own.</summary>
/// <param name="Page">The page's name, without its ending.</param>
/// <param name="Machine">What it ran on and with, a line each.</param>
/// <param name="Results">In the order of the report.</param>
internal sealed record ResultFile(string Page, IReadOnlyList<string> Machine, IReadOnlyList<Result> Results)
{
    /// <summary>The results of a page as they were written.</summary>
    public static ResultFile Read(string page)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("docs", page + ".csv"));
        return new(page, [.. lines.Where(line => line.StartsWith('#')).Select(line => line[2..])], [.. lines.Where(line => !line.StartsWith('#')).Skip(1).Select(Result.Parse)]);
    }

    /// <summary>The page's file with this ending.</summary>
    public string Place(string ending) => Repository.PathOf("docs", Page + ending);

    public void Write() => File.WriteAllLines(Place(".csv"), [.. Machine.Select(line => "# " + line), Result.Header, .. Results.Select(result => result.ToLine())]);
}
