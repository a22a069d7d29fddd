using ActGen.Peers.Native;

namespace ActGen.Peers.Functions;

/// <summary>Functions against their peers at any size: times per element, and ratios.</summary>
internal static class FunctionTable
{
    /// <summary>Measures and prints.</summary>
    /// <param name="sizes">Elements; none: a short span, in cache, in memory.</param>
    /// <param name="names">Parts of the names that are wanted; none: all.</param>
    /// <param name="turns">How often each way has its turn.</param>
    public static void Print(IReadOnlyList<int> sizes, IReadOnlyList<string> names, int turns)
    {
        foreach (int size in sizes.Count == 0 ? [10, 4096, 1 << 20] : sizes)
        {
            Console.WriteLine();
            Console.WriteLine($"| {size:N0} elements | ActGen ns | Fast ÷ | TensorPrimitives ÷ | libtorch ÷ |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (Workload workload in Workloads.All.Where(workload => names.Count == 0 || names.Any(workload.Name.Contains)))
                Console.WriteLine(Row(workload, size, turns));
        }
    }

    private static string Row(Workload workload, int size, int turns)
    {
        using Buffers buffers = new(size, columns: size % 1024 == 0 ? 1024 : size);
        workload.Prepare?.Invoke(buffers);
        TorchCall?[] torch = [.. workload.Torch.Select(op => TorchCall.Prepare(op, buffers))];
        Action<int>?[] others = [Repeated(workload.Fast), Repeated(workload.Tensors), torch.All(call => call is not null) ? TorchCall.Together(torch!) : null];
        (double[] nanoseconds, double[] ratios) = Interleaved.Measure([Repeated(workload.ActGen)!, .. others.OfType<Action<int>>()], turns);
        if (!buffers.IsSteady)
            throw new InvalidOperationException($"'{workload.Name}' changed the size of the gradient that it is called with: its time depends on how often it was called.");
        foreach (TorchCall? call in torch)
            call?.Dispose();
        Queue<double> rest = new(ratios[1..]);
        return $"| {workload.Name} | {nanoseconds[0] / size:0.000} | {string.Join(" | ", others.Select(other => other is null ? "–" : rest.Dequeue().ToString("0.00")))} |";

        Action<int>? Repeated(Action<Buffers>? action) => action is null ? null : times =>
        {
            for (int i = 0; i < times; i++)
                action(buffers);
        };
    }
}
