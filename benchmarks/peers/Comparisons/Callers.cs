namespace ActGen.Peers.Comparisons;

/// <summary>Predictions with two threads against one, both ActGen's: a predictor whose workers share a call, and two callers who know nothing of each other.</summary>
internal static class Callers
{
    public static IEnumerable<Func<List<Comparison>>> All() =>
    [
        () => SharedCall(new Network784X512X512X10(seed: 1), [784, 512, 512, 10], 1, 2),
        () => SharedCall(new Network784X128X10(seed: 1), [784, 128, 10], 256, 1.9),
        () => SharedCall(new Network64X64X10(seed: 1), [64, 64, 10], 1, 0.97),
        () => TwoCallers(new Network64X64X10(seed: 1), [64, 64, 10], 1),
        () => TwoCallers(new Network784X128X10(seed: 1), [784, 128, 10], 1),
    ];

    private static List<Comparison> SharedCall<TNet>(TNet network, int[] widths, int rows, double least)
        where TNet : INetworkCore<TNet>
    {
        Batch batch = new(rows, widths[0], widths[^1]);
        Predictor<TNet> predictor = network.CreatePredictor(new PredictorOptions { MaxDegreeOfParallelism = 2 });
        return [new($"batch {rows}, {string.Join('-', widths)}, two threads", "one thread", Shared, Alone, least) { Milliseconds = 10 }];

        void Shared(int times)
        {
            for (int i = 0; i < times; i++)
                predictor.Forward(batch.InputSpan, batch.OutputSpan);
        }

        void Alone(int times)
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batch.InputSpan, batch.OutputSpan);
        }
    }

    private static List<Comparison> TwoCallers<TNet>(TNet network, int[] widths, int rows)
        where TNet : INetworkCore<TNet>
    {
        Batch[] batches = [new(rows, widths[0], widths[^1]), new(rows, widths[0], widths[^1])];
        int left = 0;
        WorkerPool pool = new(2, caller => Predict(caller, caller == 0 ? left - (left / 2) : left / 2));
        return [new($"batch {rows}, {string.Join('-', widths)}, two callers", "one caller", Both, times => Predict(0, times), 1.9) { Milliseconds = 10 }];

        void Both(int times)
        {
            left = times;
            pool.Run();
        }

        void Predict(int caller, int times)
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batches[caller].InputSpan, batches[caller].OutputSpan);
        }
    }
}
