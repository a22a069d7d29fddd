using System.Globalization;
using ActGen.Benchmarks;
using ActGen.Peers;
using ActGen.Peers.Comparisons;
using ActGen.Peers.Native;

// dotnet run -c Release --project benchmarks/peers [-- --quick] [name part]…
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
List<string> words = [.. args];
int turns = words.Remove("--quick") ? 11 : 61;
Func<List<Comparison>>[] groups = [.. Inference.All(), .. TrainingSteps.All(), .. Products.All(), .. TrainingSteps.Threads()];

Console.WriteLine(OnnxSession.Absence is { } noOnnx ? $"ONNX Runtime is left out: {noOnnx}" : $"ONNX Runtime {OnnxSession.Version}, one thread, bound buffers");
Console.WriteLine(TorchNetwork.Absence is { } noTorch ? $"libtorch is left out: {noTorch}" : "libtorch, one thread, called from C++");
if (TorchNetwork.Absence is null)
    TorchNetwork.UseThreads(1);
Blas.UseThreads(1);
double peak = Peak.Measure();
Console.WriteLine($"peak of one core: {peak:F0} GFLOP/s");
Console.WriteLine();
Console.WriteLine("| work | ActGen | most | peer | peer ÷ ActGen | least | of peak | |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
int missed = 0;
foreach (Comparison comparison in groups.SelectMany(make => make()).Where(comparison => words.Count == 0 || words.Any(comparison.Name.Contains)))
{
    (double[] nanoseconds, double[] ratios) = Interleaved.Measure([comparison.Ours, comparison.Theirs], turns);
    Verdict verdict = new(comparison, nanoseconds[0], ratios[1], peak);
    missed += verdict.IsMissed ? 1 : 0;
    Console.WriteLine(verdict.Row);
}
Console.WriteLine();
Console.WriteLine(missed == 0 ? "all marks are reached" : $"{missed} marks are missed");
return missed == 0 ? 0 : 1;
