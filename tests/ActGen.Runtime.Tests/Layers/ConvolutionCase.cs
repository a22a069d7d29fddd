using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>A convolution for tests, with the data of its layer.</summary>
internal sealed class ConvolutionCase
{
    public readonly ConvolutionShape Shape;
    public readonly int Images;
    public readonly float[] X, W, B, G;

    public ConvolutionCase(int images, ConvolutionShape shape)
    {
        (Images, Shape) = (images, shape);
        X = Numbers.Mixed(images * shape.Input, seed: 1);
        W = Numbers.Mixed(shape.Weights, seed: 2);
        B = Numbers.Mixed(shape.Filters, seed: 3);
        G = Numbers.Mixed(images * shape.Output, seed: 4);
    }

    public ConvolutionDefinition Definition => new(Shape, Images);

    public float[] NewOutput() => new float[Images * Shape.Output];

    /// <summary>Room for the padded images of training, or nothing. Dirty, as workspaces are.</summary>
    public float[] NewPadded() => Dirty(Shape.Pads ? Images * Shape.Padded : 0);

    /// <summary>Room for one padded gradient, or nothing.</summary>
    public float[] NewPaddedGradient() => Dirty(Shape.PadsGradient ? Shape.PaddedGradient : 0);

    /// <summary>Room for one padded image, or nothing.</summary>
    public float[] NewScratch() => Dirty(Shape.Pads ? Shape.Padded : 0);

    private static float[] Dirty(int length)
    {
        float[] values = new float[length];
        Array.Fill(values, float.NaN);
        return values;
    }

    /// <summary>An axis whose number of positions is PyTorch's.</summary>
    public static ConvolutionAxis Axis(int cells, int kernel, int stride = 1, int padding = 0, int dilation = 1) =>
        new(cells, ((cells + (2 * padding) - ((kernel - 1) * dilation) - 1) / stride) + 1, kernel, stride, padding, dilation);

    /// <summary>The convolutions of the tests, by name: sizes 1, primes, vector widths ± 1, chunk ± 1, every option.</summary>
    public static IReadOnlyDictionary<string, ConvolutionCase> All { get; } = new Dictionary<string, ConvolutionCase>
    {
        ["one of everything"] = new(1, new(Axis(1, 1), Axis(1, 1), 1, 1)),
        ["one channel, 8 filters"] = new(2, new(Axis(9, 3), Axis(11, 3), 1, 8)),
        ["3 channels, 16 filters, padded"] = new(3, new(Axis(7, 3, padding: 1), Axis(8, 3, padding: 1), 3, 16)),
        ["8 channels, 17 filters"] = new(2, new(Axis(6, 3), Axis(16, 3), 8, 17)),
        ["16 channels, 32 filters, padded"] = new(2, new(Axis(14, 3, padding: 1), Axis(14, 3, padding: 1), 16, 32)),
        ["5 channels, 48 filters, kernel 5 by 2"] = new(1, new(Axis(13, 5, padding: 2), Axis(9, 2, padding: 1), 5, 48)),
        ["256 channels, 97 filters, more than a chunk of positions"] = new(2, new(Axis(10, 1), Axis(20, 2, padding: 1), 256, 97)),
        ["130 channels, 96 filters, stride and dilation"] = new(1, new(Axis(20, 1, stride: 2), Axis(33, 2, stride: 2, dilation: 2), 130, 96)),
        ["pointwise"] = new(3, new(Axis(5, 1), Axis(7, 1), 9, 33)),
        ["pointwise with stride"] = new(2, new(Axis(6, 1, stride: 2), Axis(7, 1, stride: 3), 4, 10)),
        ["pointwise with padding"] = new(2, new(Axis(3, 1, padding: 1), Axis(2, 1, padding: 2), 4, 7)),
        ["stride 2"] = new(2, new(Axis(9, 3, stride: 2, padding: 1), Axis(10, 3, stride: 2, padding: 1), 6, 15)),
        ["stride above the kernel"] = new(2, new(Axis(11, 2, stride: 3), Axis(10, 2, stride: 4), 3, 5)),
        ["stride and dilation"] = new(2, new(Axis(13, 3, stride: 2, padding: 3, dilation: 2), Axis(12, 3, stride: 3, padding: 1, dilation: 2), 4, 9)),
        ["dilation"] = new(2, new(Axis(9, 3, dilation: 2), Axis(11, 3, padding: 3, dilation: 3), 5, 31)),
        ["padding beyond the kernel"] = new(2, new(Axis(3, 2, padding: 3), Axis(4, 1, padding: 2), 2, 3)),
        ["groups of 2 channels and 3 filters"] = new(2, new(Axis(5, 3, padding: 1), Axis(6, 3), 8, 12, 4)),
        ["groups of 5 channels and 17 filters"] = new(1, new(Axis(5, 2), Axis(6, 3, stride: 2), 10, 34, 2)),
        ["groups of 1 channel and 2 filters"] = new(2, new(Axis(4, 3, padding: 1), Axis(5, 3, padding: 1), 3, 6, 3)),
        ["depthwise, 2"] = new(2, new(Axis(4, 3, padding: 1), Axis(5, 3, padding: 1), 2, 2, 2)),
        ["depthwise, 17"] = new(2, new(Axis(6, 3), Axis(7, 3, padding: 1), 17, 17, 17)),
        ["depthwise, 32, stride and dilation"] = new(2, new(Axis(9, 3, stride: 2, padding: 2, dilation: 2), Axis(8, 3, stride: 2, padding: 1), 32, 32, 32)),
        ["depthwise, 63"] = new(1, new(Axis(17, 5, padding: 2), Axis(16, 3, padding: 1), 63, 63, 63)),
        ["depthwise, columns between which no tap reads"] = new(2, new(Axis(9, 5, padding: 4), Axis(8, 3, stride: 2, padding: 2, dilation: 2), 17, 17, 17)),
        ["depthwise, lines of 6"] = new(2, new(Axis(6, 3, padding: 1), Axis(6, 3, padding: 1), 16, 16, 16)),
        ["depthwise, lines of 3"] = new(2, new(Axis(5, 3, padding: 1), Axis(3, 3, padding: 1), 19, 19, 19)),
        ["depthwise, lines of 13, kernel 7"] = new(2, new(Axis(9, 7, padding: 3), Axis(13, 7, padding: 3), 33, 33, 33)),
        ["depthwise, stride and dilation alike"] = new(2, new(Axis(11, 4, stride: 2, padding: 3, dilation: 2), Axis(23, 5, stride: 2, padding: 4, dilation: 2), 18, 18, 18)),
        ["depthwise, dilation"] = new(2, new(Axis(9, 2, padding: 1), Axis(17, 3, padding: 2, dilation: 2), 32, 32, 32)),
        ["depthwise, a sequence"] = new(2, new(ConvolutionAxis.One, Axis(67, 9, padding: 4), 31, 31, 31)),
        ["depthwise, a column"] = new(3, new(Axis(9, 5, padding: 2), Axis(5, 1), 4, 4, 4)),
        ["depthwise, more than a chunk of positions"] = new(3, new(Axis(14, 3, padding: 1), Axis(15, 3, padding: 1), 21, 21, 21)),
        ["depthwise, 48, stride, kernel 5"] = new(2, new(Axis(12, 5, stride: 2, padding: 2), Axis(23, 5, stride: 2, padding: 2), 48, 48, 48)),
        ["depthwise, padding as wide as the image"] = new(2, new(Axis(4, 7, padding: 6), Axis(5, 6, padding: 5), 33, 33, 33)),
        ["depthwise, kernel 4 by 8, dilation"] = new(2, new(Axis(9, 4, padding: 3, dilation: 2), Axis(15, 8, padding: 7, dilation: 2), 16, 16, 16)),
        ["depthwise, 1,111 channels"] = new(1, new(Axis(4, 3, padding: 1), Axis(5, 2, padding: 1), 1111, 1111, 1111)),
        ["depthwise, taps as far away as there may be"] = new(2, new(new(6, 6, 3, Padding: 536_870_908, Dilation: 536_870_908), new(7, 7, 2, Padding: 536_870_908, Dilation: 1_073_741_816), 18, 18, 18)),
        ["depthwise, a stride as long as there may be, of one position"] = new(2, new(Axis(5, 1, padding: 3, dilation: int.MaxValue), Axis(4, 3, stride: int.MaxValue, padding: 2), 18, 18, 18)),
        ["depthwise, a dilation as long as there may be, of one tap"] = new(2, new(Axis(4, 3, stride: int.MaxValue, padding: 2), Axis(5, 1, padding: 3, dilation: int.MaxValue), 18, 18, 18)),
        ["80 channels, stride"] = new(2, new(Axis(7, 3, stride: 2, padding: 1), Axis(7, 3, stride: 2, padding: 1), 80, 24)),
        ["groups of 67 channels"] = new(2, new(Axis(5, 3, padding: 1), Axis(4, 2), 134, 6, 2)),
        ["one filter"] = new(2, new(Axis(8, 3, padding: 1), Axis(9, 3, padding: 1), 7, 1)),
        ["a sequence"] = new(3, new(ConvolutionAxis.One, Axis(67, 5, padding: 2), 3, 20)),
        ["a sequence with stride and groups"] = new(2, new(ConvolutionAxis.One, Axis(31, 4, stride: 2), 6, 18, 3)),
        ["same, even kernel"] = new(2, new(new(6, 6, 2), new(7, 7, 4, Padding: 1), 3, 11)),
        ["65 filters"] = new(1, new(Axis(5, 2), Axis(27, 2), 2, 65)),
        ["many small images"] = new(37, new(Axis(3, 2), Axis(3, 2), 2, 4)),
        ["one channel, 9 filters"] = new(2, new(Axis(9, 3), Axis(11, 3), 1, 9)),
        ["one channel, 7 filters, padded"] = new(3, new(Axis(6, 3, padding: 1), Axis(17, 3, padding: 2), 1, 7)),
        ["one channel, one filter, dilation"] = new(2, new(Axis(11, 3, dilation: 2), Axis(31, 2, dilation: 3), 1, 1)),
        ["8 channels, 8 filters, padded"] = new(2, new(Axis(13, 3, padding: 1), Axis(13, 3, padding: 1), 8, 8)),
        ["as in a small network"] = new(2, new(Axis(13, 3), Axis(13, 3), 8, 16)),
        ["33 channels, 5 filters"] = new(1, new(Axis(9, 3), Axis(23, 3), 33, 5)),
        ["lines in blocks"] = new(2, new(Axis(41, 3, padding: 1), Axis(37, 3, padding: 1), 8, 8)),
        ["lines in blocks, few channels"] = new(1, new(Axis(67, 2), Axis(70, 5, padding: 2), 3, 17)),
        ["one channel, 8 filters, 32 columns"] = new(2, new(Axis(6, 3), Axis(34, 3), 1, 8)),
        ["one channel, 8 filters, 35 columns"] = new(2, new(Axis(11, 3), Axis(37, 3), 1, 8)),
        ["15 positions"] = new(2, new(Axis(3, 1), Axis(5, 1), 4, 4)),
        ["16 positions"] = new(2, new(Axis(4, 1), Axis(4, 1), 4, 3)),
        ["groups of 4 channels and 3 filters"] = new(2, new(Axis(5, 3, padding: 2), Axis(19, 3, padding: 3), 8, 6, 2)),
        ["a sequence of 6 filters"] = new(2, new(ConvolutionAxis.One, Axis(131, 5, padding: 2), 5, 6)),
        ["16 filters, lines of 23"] = new(2, new(Axis(7, 3), Axis(25, 3), 5, 16)),
        ["9 filters, lines of 10, stride"] = new(2, new(Axis(9, 3, stride: 2, padding: 1), Axis(20, 3, stride: 2, padding: 1), 3, 9)),
        ["12 filters, lines of 3"] = new(2, new(Axis(6, 2), Axis(5, 3), 4, 12)),
        ["16 filters, lines of 1"] = new(3, new(Axis(5, 2), Axis(3, 3), 6, 16)),
        ["257 positions"] = new(1, new(ConvolutionAxis.One, Axis(257, 1), 3, 18)),
    };
}
