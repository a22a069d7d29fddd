using System.Diagnostics;
using ActGen.Tools;
using ActGen.Ulp;

const string Usage = """
    Measures the errors of the float kernels against the double kernels.
      dotnet run -c Release --project tools/ulp -- --all              all functions and activations over all 2³² floats; rewrites the tables of docs/numerics.md
      dotnet run -c Release --project tools/ulp -- tanh GELU "SiLU fast′"     these only
      --stride N    one float in N (a power of two up to 2¹⁹); nothing is rewritten
    Ends with 1 where a promise does not hold.
    """;

List<string> names = [.. args];
uint stride = 1;
int option = names.IndexOf("--stride");
if (option >= 0 && option + 1 < names.Count && uint.TryParse(names[option + 1], out stride) && uint.IsPow2(stride) && stride <= 1 << 19)
    names.RemoveRange(option, 2);
string[] known = [.. Subjects.All.Select(subject => subject.Name)];
bool isAll = names.Remove("--all");
if (names.Except(known).ToArray() is { Length: > 0 } unknown || (names.Count == 0 && !isAll))
{
    Console.Error.WriteLine(Usage);
    Console.Error.WriteLine($"Names: {string.Join(", ", known)}");
    return 2;
}

string document = Repository.PathOf("docs", "numerics.md");
// Before the first sweep, which takes minutes: a document without its markers is found at once.
AccuracyTable.Read(File.ReadAllText(document));
List<string> broken = [];
Sweep sweep = new();
foreach (string name in isAll ? known : [.. names])
{
    Subject subject = Subjects.Of(name);
    Stopwatch clock = Stopwatch.StartNew();
    Measurement measurement = sweep.Run(subject, stride);
    Console.WriteLine($"{AccuracyTable.Row(subject, measurement)}   {clock.Elapsed.TotalSeconds:F1} s");
    // After each one: whoever stops the tool keeps what it has measured.
    if (stride == 1)
        File.WriteAllText(document, AccuracyTable.Write(File.ReadAllText(document), [(subject, measurement)]));
    if (!subject.Holds(measurement))
        broken.Add(name);
}

if (broken.Count == 0)
    return 0;
Console.Error.WriteLine($"Promises that do not hold: {string.Join(", ", broken)}");
return 1;
