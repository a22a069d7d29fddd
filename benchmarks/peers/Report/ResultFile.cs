using ActGen.Tools;

namespace ActGen.Peers.Report;

/// <summary>The results of one run: <c>docs/benchmarks.csv</c>, from which the tables and the picture are made.</summary>
/// <param name="Machine">What it ran on and with, a line each.</param>
/// <param name="Results">In the order of the report.</param>
internal sealed record ResultFile(IReadOnlyList<string> Machine, IReadOnlyList<Result> Results)
{
    private static readonly string Place = Repository.PathOf("docs", "benchmarks.csv");

    public static ResultFile Read()
    {
        string[] lines = File.ReadAllLines(Place);
        return new([.. lines.Where(line => line.StartsWith('#')).Select(line => line[2..])], [.. lines.Where(line => !line.StartsWith('#')).Skip(1).Select(Result.Parse)]);
    }

    public void Write() => File.WriteAllLines(Place, [.. Machine.Select(line => "# " + line), Result.Header, .. Results.Select(result => result.ToLine())]);
}
