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

    /// <summary>Forward as predictions do it, which keep no padded image, and forward with all gradients, against images and filters channels first, as libtorch has them, and channels last, as ActGen has them.</summary>
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
        AlignedBuffer input = PinnedNumbers.Aligned(Images * shape.Input), weights = PinnedNumbers.Aligned(shape.Weights), bias = PinnedNumbers.Aligned(Filters), output = PinnedNumbers.Aligned(Images * shape.Output);
        AlignedBuffer image = PinnedNumbers.Aligned(padded), images = PinnedNumbers.Aligned(Images * padded), gradient = PinnedNumbers.Aligned(output.Length), paddedGradient = PinnedNumbers.Aligned(shape.PadsGradient ? shape.PaddedGradient : 0);
        AlignedBuffer weightGradient = PinnedNumbers.Aligned(weights.Length), biasGradient = PinnedNumbers.Aligned(Filters), inputGradient = PinnedNumbers.Aligned(input.Length), flipped = PinnedNumbers.Aligned(weights.Length);
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
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input.Span, weights.Span, bias.Span, output.Span, image.Span);
        }

        void Both(int times)
        {
            for (int i = 0; i < times; i++)
            {
                Convolution<float>.Forward<Formulas.Identity>(new Work(Images), in shape, input.Span, weights.Span, bias.Span, output.Span, images.Span);
                Convolution<float>.Backward<Formulas.Identity>(new Work(Images), in shape, shape.Pads ? images.Span : input.Span, weights.Span, gradient.Span, weightGradient.Span, biasGradient.Span, inputGradient.Span, flipped.Span, paddedGradient.Span);
            }
        }
    }
}
