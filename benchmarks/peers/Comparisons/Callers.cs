namespace ActGen.Peers.Comparisons;

/// <summary>Predictions with two threads against one, both ActGen's: a predictor whose workers share a call, and two callers who know nothing of each other.</summary>
internal static class Callers
{
    public static IEnumerable<Func<List<Comparison>>> All() =>
    [
        () => SharedCall(() => new Network784X512X512X10(seed: 1), [784, 512, 512, 10], 1, 2),
        () => SharedCall(() => new Network784X128X10(seed: 1), [784, 128, 10], 256, 1.9),
        () => SharedCall(() => new Network64X64X10(seed: 1), [64, 64, 10], 1, 0.97),
        () => TwoCallers(() => new Network64X64X10(seed: 1), [64, 64, 10], 1),
        () => TwoCallers(() => new Network784X128X10(seed: 1), [784, 128, 10], 1),
    ];

    private static List<Comparison> SharedCall<TNet>(Func<TNet> create, int[] widths, int rows, double least)
        where TNet : INetworkCore<TNet>
    {
        TNet network = create();
        Batch batch = new(rows, widths[0], widths[^1]);
        Predictor<TNet> predictor = network.CreatePredictor(new PredictorOptions { MaxDegreeOfParallelism = 2 });
        return [new($"batch {rows}, {string.Join('-', widths)}, two threads", "one thread", Shared, Alone(network, batch), least) { Milliseconds = 10, Apart = BothAlone(create, widths, rows) }];

        void Shared(int times)
        {
            for (int i = 0; i < times; i++)
                predictor.Forward(batch.InputSpan, batch.OutputSpan);
        }
    }

    private static List<Comparison> TwoCallers<TNet>(Func<TNet> create, int[] widths, int rows)
        where TNet : INetworkCore<TNet>
    {
        TNet network = create();
        Action<int> one = Alone(network, new(rows, widths[0], widths[^1])), other = Alone(network, new(rows, widths[0], widths[^1]));
        return [new($"batch {rows}, {string.Join('-', widths)}, two callers", "one caller", Apart.Of(one, other), one, 1.9) { Milliseconds = 10, Apart = BothAlone(create, widths, rows) }];
    }

    /// <summary>Two networks, each with a thread of its own.</summary>
    private static Action<int> BothAlone<TNet>(Func<TNet> create, int[] widths, int rows)
        where TNet : INetworkCore<TNet> =>
        Apart.Of(Alone(create(), new(rows, widths[0], widths[^1])), Alone(create(), new(rows, widths[0], widths[^1])));

    private static Action<int> Alone<TNet>(TNet network, Batch batch)
        where TNet : INetworkCore<TNet> =>
        times =>
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batch.InputSpan, batch.OutputSpan);
        };
}
