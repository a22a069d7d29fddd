using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>Whole training steps on one batch: forward, loss, backward, update.</summary>
internal static unsafe class TrainingSteps
{
    public static IEnumerable<Func<List<Comparison>>> All() =>
    [
        () => Of(() => new Network4X16X3(seed: 1), [4, 16, 3], 32, sgd: 80, adam: 80, mostNanoseconds: 600),
        () => Of(() => new Network64X64X10(seed: 1), [64, 64, 10], 32, sgd: 15, adam: 23, mostNanoseconds: 4_400),
        () => Of(() => new Network784X128X10(seed: 1), [784, 128, 10], 32, sgd: 2.5, adam: 6.8),
        () => Of(() => new Network784X128X10(seed: 1), [784, 128, 10], 256, sgd: 1.5, adam: 2.1),
        () => Of(() => new Network784X512X512X10(seed: 1), [784, 512, 512, 10], 32, sgd: 1.6, adam: 4.3, mostNanoseconds: 720_000),
        () => Of(() => new Network784X512X512X10(seed: 1), [784, 512, 512, 10], 256, sgd: 1.2, adam: 1.6, mostNanoseconds: 4_500_000),
    ];

    /// <summary>Two threads against one, both ActGen's.</summary>
    public static IEnumerable<Func<List<Comparison>>> Threads() =>
    [
        () => TwoThreads(() => new Network784X128X10(seed: 1), [784, 128, 10], 32, 1.8),
        () => TwoThreads(() => new Network784X128X10(seed: 1), [784, 128, 10], 256, 1.9),
        () => TwoThreads(() => new Network784X512X512X10(seed: 1), [784, 512, 512, 10], 32, 1.9),
        // Too little to share: one thread does it all, and what is measured is that nothing is lost.
        () => TwoThreads(() => new Network64X64X10(seed: 1), [64, 64, 10], 32, 0.97),
    ];

    private static List<Comparison> Of<TNet>(Func<TNet> create, int[] widths, int rows, double sgd, double adam, double? mostNanoseconds = null)
        where TNet : INetworkCore<TNet>
    {
        if (TorchLibrary.Absence is not null)
            return [];
        Batch batch = new(rows, widths[0], widths[^1]);
        List<Comparison> comparisons = [];
        foreach ((string name, Optimizer optimizer, double least) in (ReadOnlySpan<(string, Optimizer, double)>)[("SGD", new SGD(0.001), sgd), ("Adam", new Adam(0.001), adam)])
        {
            TorchNetwork torch = new(widths, batch.Input, batch.WideLabels, rows, name.ToLowerInvariant());
            comparisons.Add(new($"train {string.Join('-', widths)}, batch {rows}, {name}", "libtorch", Steps(create(), optimizer, batch, threads: 1), torch.Step, least)
            {
                MostNanoseconds = name == "SGD" ? mostNanoseconds : null,
            });
        }
        return comparisons;
    }

    private static List<Comparison> TwoThreads<TNet>(Func<TNet> create, int[] widths, int rows, double least)
        where TNet : INetworkCore<TNet>
    {
        Batch batch = new(rows, widths[0], widths[^1]);
        return [new(
            $"train {string.Join('-', widths)}, batch {rows}, two threads",
            "one thread",
            Steps(create(), new SGD(0.001), batch, threads: 2),
            Steps(create(), new SGD(0.001), batch, threads: 1),
            least)
        {
            Milliseconds = 10,
            Apart = Apart.Of(Steps(create(), new SGD(0.001), batch, threads: 1), Steps(create(), new SGD(0.001), new Batch(rows, widths[0], widths[^1]), threads: 1)),
        }];
    }

    internal static Action<int> Steps<TNet>(TNet network, Optimizer optimizer, Batch batch, int threads)
        where TNet : INetworkCore<TNet>
    {
        Trainer<TNet> trainer = network.CreateTrainer(optimizer, batch.Rows, new TrainerOptions { MaxDegreeOfParallelism = threads, InputGradients = false });
        return times =>
        {
            for (int i = 0; i < times; i++)
                trainer.Step(batch.InputSpan, batch.Labels);
        };
    }
}
