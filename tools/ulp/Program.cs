using System.Diagnostics;
using ActGen.Ulp;

const string Usage = """
    Measures the errors of the float kernels against the double kernels.
      dotnet run -c Release --project tools/ulp -- --all              all functions and activations over all 2³² floats; rewrites the tables of docs/numerics.md
      dotnet run -c Release --project tools/ulp -- tanh GELU GELU′     these only
      --stride N    one float in N (a power of two up to 2¹⁹); nothing is rewritten
    """;

List<string> names = [.. args];
uint stride = 1;
int option = names.IndexOf("--stride");
if (option >= 0 && option + 1 < names.Count && uint.TryParse(names[option + 1], out stride) && uint.IsPow2(stride) && stride <= 1 << 19)
    names.RemoveRange(option, 2);
string[] known = [.. Subjects.Functions.Concat(Subjects.Activations).Select(subject => subject.Name)];
bool isAll = names.Remove("--all");
if (names.Except(known).ToArray() is { Length: > 0 } unknown || (names.Count == 0 && !isAll))
{
    Console.Error.WriteLine(Usage);
    Console.Error.WriteLine($"Names: {string.Join(", ", known)}");
    return 2;
}

List<(Subject, Measurement)> results = [];
Sweep sweep = new();
foreach (string name in isAll ? known : [.. names])
{
    Subject subject = Subjects.Of(name);
    Stopwatch clock = Stopwatch.StartNew();
    results.Add((subject, sweep.Run(subject, stride)));
    Console.WriteLine($"{AccuracyTable.Row(subject, results[^1].Item2)}   {clock.Elapsed.TotalSeconds:F1} s");
}

if (stride == 1)
{
    string path = Path.Combine("docs", "numerics.md");
    File.WriteAllText(path, AccuracyTable.Write(File.ReadAllText(path), results));
    Console.WriteLine($"{path} is rewritten.");
}
return 0;
