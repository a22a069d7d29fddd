using ActGen.CompilerServices;
using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>A convolution of square images with bias whose output is as large as the image where the stride is 1.</summary>
/// <param name="Images">Images of a batch.</param>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Size">Rows and columns of an image.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Kernel">Rows and columns of the kernel; odd.</param>
internal sealed record ConvolutionLayer(int Images, int Channels, int Size, int Filters, int Kernel)
{
    public int Stride { get; init; } = 1;

    public int Groups { get; init; } = 1;

    private int Padding => Kernel / 2;

    /// <summary>Forward, and forward with all gradients, against images and filters channels first, as libtorch has them, and channels last, as ActGen has them.</summary>
    /// <param name="name">Of the work.</param>
    /// <param name="least">The ratios at least, by whether libtorch has channels last.</param>
    /// <param name="most">Marks of time, in ns.</param>
    public IEnumerable<Comparison> Beside(string name, Func<bool, (double Forward, double Both)> least, (double MostForward, double MostBoth)? most = null)
    {
        if (TorchLibrary.Absence is not null)
            yield break;
        ConvolutionAxis axis = new(Size, ((Size - 1) / Stride) + 1, Kernel, Stride, Padding);
        ConvolutionShape shape = new(axis, axis, Channels, Filters, Groups);
        int size = axis.Output, padded = shape.Pads ? shape.Padded : 0;
        float[] input = PinnedNumbers.Random(Images * shape.Input), weights = PinnedNumbers.Random(shape.Weights), bias = PinnedNumbers.Random(Filters), output = PinnedNumbers.Random(Images * shape.Output);
        float[] images = PinnedNumbers.Random(Images * padded), gradient = PinnedNumbers.Random(output.Length), paddedGradient = PinnedNumbers.Random(shape.PadsGradient ? shape.PaddedGradient : 0);
        float[] weightGradient = PinnedNumbers.Random(weights.Length), biasGradient = PinnedNumbers.Random(Filters), inputGradient = PinnedNumbers.Random(input.Length), flipped = PinnedNumbers.Random(weights.Length);
        double operations = 2.0 * Images * shape.Positions * shape.Weights;
        foreach (bool isChannelsLast in (bool[])[false, true])
        {
            TorchOperator torch = TorchOperator.Convolution(Images, Channels, Size, Filters, Kernel, Stride, Padding, Groups, isChannelsLast);
            string peer = isChannelsLast ? "libtorch, channels last" : "libtorch";
            yield return new(name, peer, Forward, torch.Forward, least(isChannelsLast).Forward) { MostNanoseconds = most?.MostForward, Operations = operations };
            yield return new($"{name}, with gradients", peer, Both, torch.Both, least(isChannelsLast).Both) { MostNanoseconds = most?.MostBoth, Operations = 3 * operations };
        }

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input, weights, bias, output, images.AsSpan(0, padded));
        }

        void Both(int times)
        {
            for (int i = 0; i < times; i++)
            {
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input, weights, bias, output, images);
                Convolution<float>.Backward<Formulas.Identity>(new Work(Images), in shape, shape.Pads ? images : input, weights, gradient, weightGradient, biasGradient, inputGradient, flipped, paddedGradient);
            }
        }
    }
}
