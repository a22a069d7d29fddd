using System.Globalization;
using ActGen.Peers;
using ActGen.Peers.Comparisons;
using ActGen.Peers.Functions;
using ActGen.Peers.Native;
using ActGen.Peers.Report;

// dotnet run -c Release --project benchmarks/peers [-- --quick] [name part]…     every ratio beside its mark; ends with 1 where one is missed
// … -- --write [--page name] [--quick]           the same, and docs/benchmarks.csv, or that of another page, with its tables and picture
// … -- --draw [--page name]                      tables and picture from docs/benchmarks.csv, or that of another page, as it is
// … -- functions [--size N]… [--quick] [name part]…      activations at any size
// … -- --costs [--quick]                         docs/activations/cost.csv
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
List<string> words = [.. args];
int turns = words.Remove("--quick") ? 11 : 61;
bool writes = words.Remove("--write");
string page = "benchmarks";
if (words.IndexOf("--page") is var named and >= 0)
{
    page = words[named + 1];
    words.RemoveRange(named, 2);
}
if (words.Remove("--costs"))
{
    CostFile.Write(turns);
    return 0;
}
if (words.Remove("--draw"))
{
    Report(ResultFile.Read(page));
    return 0;
}
List<string> machine = [.. Machine.Describe()];
machine.ForEach(Console.WriteLine);
if (words.Remove("functions"))
{
    List<int> sizes = [];
    for (int at; (at = words.IndexOf("--size")) >= 0; words.RemoveRange(at, 2))
        sizes.Add(int.Parse(words[at + 1]));
    FunctionTable.Print(sizes, words, turns);
    return 0;
}

machine.Add($"peak of one core {Peak.Measure():F0} GFLOP/s");
Console.WriteLine(machine[^1]);
List<Result> results = [];
foreach (Group group in Group.All)
{
    Console.WriteLine($"\n### {group.Name}\n\n{ResultTables.Head}");
    foreach (Comparison comparison in group.Members.SelectMany(make => make()).Where(comparison => words.Count == 0 || words.Any(word => comparison.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
    {
        results.Add(comparison.Measure(group.Name, turns));
        Console.WriteLine(ResultTables.Row(results[^1]));
    }
}
Console.WriteLine($"\n{ResultTables.Verdict(results)}");
if (writes)
{
    ResultFile file = new(page, [.. machine, $"{DateTime.UtcNow:yyyy-MM-dd}"], results);
    file.Write();
    Report(file);
}
return results.Any(result => result.IsMissed) ? 1 : 0;

static void Report(ResultFile file)
{
    ResultTables.Write(file);
    ResultPlot.Write(file);
}
