using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>Layers that pass over images or rows, in training. The design has no marks for them: they must not be slower than libtorch.</summary>
internal static class Layers
{
    private const int Images = 32, Channels = 64, Size = 28, Positions = Images * Size * Size;

    /// <summary>A pass over memory is as fast as memory: a tie with something for what the machine does besides.</summary>
    public const double Tie = 0.95;

    public static IEnumerable<Func<List<Comparison>>> All() => TorchLibrary.Absence is null ? [BatchNorm, LayerNorm, MaxPool] : [];

    private static List<Comparison> BatchNorm()
    {
        float[] input = PinnedNumbers.Random(Positions * Channels), output = new float[input.Length], gradient = PinnedNumbers.Random(input.Length), scale = PinnedNumbers.Random(Channels), shift = PinnedNumbers.Random(Channels);
        float[] mean = new float[Channels], variance = new float[Channels], statistics = new float[2 * Channels], scaleGradient = new float[Channels], shiftGradient = new float[Channels];
        return [.. Both("batch norm, 32×64×28×28", isChannelsLast => TorchOperator.BatchNorm(Images, Channels, Size, isChannelsLast), Forward, Backward)];

        void Forward() => BatchNorm<float>.Forward(new Work(Positions), 1e-5f, 0.1f, input, output, mean, variance, statistics, scale, shift);

        void Backward()
        {
            gradient.CopyTo(output, 0);
            BatchNorm<float>.Backward(new Work(Positions), output, input, statistics, scale, scaleGradient, shiftGradient);
        }
    }

    private static List<Comparison> LayerNorm()
    {
        const int Rows = 1024, Features = 512;
        float[] input = PinnedNumbers.Random(Rows * Features), output = new float[input.Length], gradient = PinnedNumbers.Random(input.Length), scale = PinnedNumbers.Random(Features), shift = PinnedNumbers.Random(Features);
        float[] statistics = new float[2 * Rows], scaleGradient = new float[Features], shiftGradient = new float[Features];
        return [.. Pair("layer norm, 1024×512", "libtorch", TorchOperator.LayerNorm(Rows, Features), Forward, Backward)];

        void Forward() => LayerNorm<float>.Forward(new Work(Rows), 1e-5f, input, output, scale, shift, statistics);

        void Backward()
        {
            gradient.CopyTo(output, 0);
            LayerNorm<float>.Backward(new Work(Rows), output, input, statistics, scale, scaleGradient, shiftGradient);
        }
    }

    private static List<Comparison> MaxPool()
    {
        PoolWindow window = new((Size, Size), Channels, (2, 2), (2, 2), (0, 0));
        float[] input = PinnedNumbers.Random(Positions * Channels), output = new float[input.Length / 4], gradient = PinnedNumbers.Random(output.Length), inputGradient = new float[input.Length];
        return [.. Both("max pool 2×2, 32×64×28×28", isChannelsLast => TorchOperator.MaxPool(Images, Channels, Size, isChannelsLast), Forward, Backward)];

        void Forward() => Pool<float>.Forward<MaxPool>(new Work(Images), window, input, output);

        void Backward() => Pool<float>.Backward<MaxPool>(new Work(Images), window, gradient, inputGradient, input, output);
    }

    /// <summary>Against images channels first, as libtorch has them, and channels last, as ActGen has them.</summary>
    private static IEnumerable<Comparison> Both(string name, Func<bool, TorchOperator> torch, Action forward, Action backward) =>
        Pair(name, "libtorch", torch(false), forward, backward).Concat(Pair(name, "libtorch, channels last", torch(true), forward, backward));

    private static IEnumerable<Comparison> Pair(string name, string peer, TorchOperator torch, Action forward, Action backward) =>
    [
        new(name, peer, times => Repeat(forward, times), torch.Forward, Tie),
        new($"{name}, with gradients", peer, times => Repeat(forward + backward, times), torch.Both, Tie),
    ];

    private static void Repeat(Action action, int times)
    {
        for (int i = 0; i < times; i++)
            action();
    }
}
