using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>Convolutions of four kinds, and a small convolutional network: a row through it, and its training steps.</summary>
internal static unsafe class Convolutions
{
    private const string Small = "CNN 1×28×28";

    public static IEnumerable<Func<List<Comparison>>> All() => [Wide, Depthwise, Pointwise, Deep, () => Row(new ConvolutionalNetwork(seed: 1)), () => Training(32), () => Training(256)];

    /// <summary>The marks are over libtorch's usual order of memory; in ActGen's order it need not be beaten by more than nothing.</summary>
    private static List<Comparison> Wide() => [.. new ConvolutionLayer(Images: 32, Channels: 64, Size: 56, Filters: 64, Kernel: 3).Beside(
        "convolution 32×64×56×56, 3×3", isChannelsLast => isChannelsLast ? (1, 1) : (2.1, 1.6), (MostForward: 40e6, MostBoth: 125e6))];

    private static List<Comparison> Depthwise() => Unmarked("depthwise 8×64×56×56, 3×3", new(Images: 8, Channels: 64, Size: 56, Filters: 64, Kernel: 3) { Groups = 64 });

    private static List<Comparison> Pointwise() => Unmarked("convolution 8×64×56×56, 1×1", new(Images: 8, Channels: 64, Size: 56, Filters: 64, Kernel: 1));

    private static List<Comparison> Deep() => Unmarked("convolution 8×512×7×7, 3×3", new(Images: 8, Channels: 512, Size: 7, Filters: 512, Kernel: 3));

    /// <summary>The design has no marks for these: they must not be slower than libtorch in either order.</summary>
    private static List<Comparison> Unmarked(string name, ConvolutionLayer layer) => [.. layer.Beside(name, _ => (Layers.Tie, Layers.Tie))];

    private static List<Comparison> Row<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        Batch batch = new(1, 28 * 28, 10);
        string name = $"batch 1, {Small}";
        List<Comparison> comparisons = [];
        if (OnnxSession.Absence is null)
        {
            OnnxSession session = new(OnnxModel.Convolutional(network.State.Parameters), batch.Input, [1, 1, 28, 28], batch.Output, [1, 10]);
            Inference.RequireEqualOutputs(session, network, batch, name);
            comparisons.Add(new(name, "ONNX Runtime", Forward, session.Run, 4) { MostNanoseconds = 2_500 });
        }
        if (TorchLibrary.Absence is null)
            comparisons.Add(new(name, "libtorch", Forward, TorchNetwork.Convolutional(batch.Input, batch.WideLabels, 1, "sgd").Forward, 1));
        return comparisons;

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batch.InputSpan, batch.OutputSpan);
        }
    }

    /// <summary>The mark is 60,000 samples a second.</summary>
    private static List<Comparison> Training(int rows)
    {
        if (TorchLibrary.Absence is not null)
            return [];
        Batch batch = new(rows, 28 * 28, 10);
        TorchNetwork torch = TorchNetwork.Convolutional(batch.Input, batch.WideLabels, rows, "sgd");
        return [new($"train {Small}, batch {rows}, SGD", "libtorch", TrainingSteps.Steps(new ConvolutionalNetwork(seed: 1), new SGD(0.001), batch, threads: 1), torch.Step, 4.4) { MostNanoseconds = rows * 1e9 / 60_000 }];
    }
}
