using ActGen.Peers.Functions;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>Activations, forward and backward, in cache; forward also where the third cache or the memory is the limit.</summary>
internal static class Activations
{
    private const int InCache = 4096, Large = 1 << 20;

    public static IEnumerable<Func<List<Comparison>>> All() =>
        Workloads.All.SelectMany(workload => new[] { InCache, Large }
            .Where(elements => elements == InCache || IsForward(workload))
            .Select(elements => (Func<List<Comparison>>)(() => Of(workload, elements))));

    private static bool IsForward(Workload workload) => !workload.Name.EndsWith(" backward", StringComparison.Ordinal) && workload.Torch.Length == 1;

    private static List<Comparison> Of(Workload workload, int elements)
    {
        Buffers buffers = new(elements, columns: 1024);
        workload.Prepare?.Invoke(buffers);
        string name = $"{workload.Name}, {elements:N0}";
        // Equal is what memory allows to large arrays; two kernels at its limit differ by a few per cent from run to run.
        double least = elements == InCache ? 1 : 0.95;
        double? most = elements == InCache ? workload.Mark * elements : null, mostFast = elements == InCache ? workload.FastMark * elements : null;
        List<Comparison> comparisons = [];
        if (workload.Tensors is { } tensors)
            Add(name, "TensorPrimitives", workload.ActGen, Repeated(tensors), most);
        TorchCall?[] torch = [.. workload.Torch.Select(op => TorchCall.Prepare(op, buffers))];
        if (torch.All(call => call is not null))
        {
            Add(name, "libtorch", workload.ActGen, TorchCall.Together(torch!), most);
            if (mostFast is not null)
                Add($"{workload.Name} with Precision.Fast, {elements:N0}", "libtorch", workload.Fast!, TorchCall.Together(torch!), mostFast);
        }
        return comparisons;

        void Add(string what, string peer, Action<Buffers> ours, Action<int> theirs, double? mostNanoseconds) =>
            comparisons.Add(new(what, peer, Repeated(ours), theirs, least) { MostNanoseconds = mostNanoseconds, Elements = elements });

        Action<int> Repeated(Action<Buffers> action) => times =>
        {
            for (int i = 0; i < times; i++)
                action(buffers);
        };
    }
}
