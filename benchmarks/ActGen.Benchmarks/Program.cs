using System.Globalization;
using ActGen.Benchmarks;
using ActGen.Benchmarks.Peers;

// dotnet run -c Release --project benchmarks/ActGen.Benchmarks [-- --quick] [--size N]… [name part]…
// dotnet run -c Release --project benchmarks/ActGen.Benchmarks -- --costs      rewrites docs/activations/cost.csv
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
List<string> words = [.. args];
int turns = words.Remove("--quick") ? 11 : 61;
if (words.Contains("--costs"))
{
    CostFile.Write(Path.Combine("docs", "activations", "cost.csv"), turns);
    return;
}
List<int> sizes = [];
for (int at; (at = words.IndexOf("--size")) >= 0; words.RemoveRange(at, 2))
    sizes.Add(int.Parse(words[at + 1]));
if (sizes.Count == 0)
    sizes = [10, 4096, 1 << 20];

Console.WriteLine(TorchCall.Absence is { } reason ? $"libtorch is left out: {reason}" : "libtorch: one thread");
foreach (int size in sizes)
{
    int columns = size % 1024 == 0 ? 1024 : size;
    Console.WriteLine();
    Console.WriteLine($"| {size:N0} elements | ActGen ns | mark | Fast ÷ | TensorPrimitives ÷ | libtorch ÷ |");
    Console.WriteLine("|---|---|---|---|---|---|");
    foreach (Workload workload in Workloads.All.Where(workload => words.Count == 0 || words.Any(workload.Name.Contains)))
    {
        using Buffers buffers = new(size, columns);
        workload.Prepare?.Invoke(buffers);
        TorchCall?[] torch = TorchCall.Absence is null ? [.. workload.Torch.Select(op => TorchCall.Prepare(op, buffers))] : [null];
        bool hasTorch = torch.All(call => call is not null);
        List<Action<int>> ways = [Repeated(workload.ActGen)];
        if (workload.Fast is { } fast)
            ways.Add(Repeated(fast));
        if (workload.Tensors is { } tensors)
            ways.Add(Repeated(tensors));
        if (hasTorch)
            ways.Add(RunTorch);

        (double[] nanoseconds, double[] ratios) = Interleaved.Measure([.. ways], turns);
        if (!buffers.IsSteady)
            throw new InvalidOperationException($"'{workload.Name}' changed the size of the gradient that it is called with: its time depends on how often it was called.");
        Queue<double> rest = new(ratios[1..]);
        string Next(bool isThere) => isThere ? rest.Dequeue().ToString("0.00") : "–";
        Console.WriteLine($"| {workload.Name} | {nanoseconds[0] / size:0.000} | {(size == 4096 ? workload.Mark : null):0.000} | {Next(workload.Fast is not null)} | {Next(workload.Tensors is not null)} | {Next(hasTorch)} |");
        foreach (TorchCall? call in torch)
            call?.Dispose();

        Action<int> Repeated(Action<Buffers> action) => times =>
        {
            for (int i = 0; i < times; i++)
                action(buffers);
        };

        void RunTorch(int times)
        {
            if (torch.Length == 1)
            {
                torch[0]!.Run(times);
                return;
            }
            for (int i = 0; i < times; i++)
            {
                foreach (TorchCall? call in torch)
                    call!.Run(1);
            }
        }
    }
}
