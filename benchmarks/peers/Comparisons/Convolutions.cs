using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>One wide convolution, and a small convolutional network: a row through it, and its training steps.</summary>
internal static unsafe class Convolutions
{
    private const string Small = "CNN 1×28×28";

    public static IEnumerable<Func<List<Comparison>>> All() => [Wide, () => Row(new ConvolutionalNetwork(seed: 1)), () => Training(32), () => Training(256)];

    private static List<Comparison> Wide()
    {
        const int Images = 32, Channels = 64, Size = 56;
        if (TorchLibrary.Absence is not null)
            return [];
        ConvolutionAxis axis = new(Size, Size, 3, Padding: 1);
        ConvolutionShape shape = new(axis, axis, Channels, Channels);
        const int Weights = 9 * Channels * Channels, Elements = Images * Size * Size * Channels, Padded = (Size + 2) * (Size + 2) * Channels;
        float[] input = PinnedNumbers.Random(Elements), weights = PinnedNumbers.Random(Weights), bias = PinnedNumbers.Random(Channels), output = new float[Elements], images = new float[Images * Padded], gradient = PinnedNumbers.Random(Elements);
        float[] weightGradient = new float[Weights], biasGradient = new float[Channels], inputGradient = new float[Elements], flipped = new float[Weights];
        double operations = 2.0 * Images * Size * Size * Weights;
        List<Comparison> comparisons = [];
        foreach (bool isChannelsLast in (ReadOnlySpan<bool>)[false, true])
        {
            TorchOperator torch = TorchOperator.Convolution(Images, Channels, Size, Channels, 3, 1, isChannelsLast);
            string peer = isChannelsLast ? "libtorch, channels last" : "libtorch";
            // The marks are over libtorch's usual order of memory; in ActGen's order it need not be beaten by more than nothing.
            (double forward, double both) = isChannelsLast ? (1, 1) : (2.1, 1.6);
            comparisons.Add(new("convolution 32×64×56×56, 3×3", peer, Forward, torch.Forward, forward) { MostNanoseconds = 40e6, Operations = operations });
            comparisons.Add(new("convolution 32×64×56×56, 3×3, with gradients", peer, Both, torch.Both, both) { MostNanoseconds = 125e6, Operations = 3 * operations });
        }
        return comparisons;

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input, weights, bias, output, images.AsSpan(0, Padded));
        }

        void Both(int times)
        {
            for (int i = 0; i < times; i++)
            {
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input, weights, bias, output, images);
                Convolution<float>.Backward<Formulas.Identity>(new Work(Images), in shape, images, weights, gradient, weightGradient, biasGradient, inputGradient, flipped, output.AsSpan(0, Padded));
            }
        }
    }

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
