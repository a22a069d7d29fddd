using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>Networks over images of each kind that the theory knows.</summary>
internal static class ImageStacks
{
    private static readonly LayerSpec[] Head = [new DenseSpec(10)], FlatHead = [new ReshapeSpec(0), .. Head];

    private static readonly LayerSpec[] MaxPool = [new PoolSpec(2, IsMaximum: true, 2)], AveragePool = [new PoolSpec(2, IsMaximum: false, 2)];

    private static readonly LayerSpec[] GlobalAverage = [new PoolSpec(0, IsMaximum: false)], GlobalMax = [new PoolSpec(0, IsMaximum: true)];

    private static readonly LayerSpec[] BatchNorm = [new BatchNormSpec()];

    /// <summary>All of them; of the smaller set one of each kind.</summary>
    public static IEnumerable<ImageStack> All(bool isFull)
    {
        foreach (string activation in isFull ? new[] { "ReLU", "Tanh", "GELU", "Sigmoid" } : ["ReLU", "Tanh"])
        {
            yield return new($"plain {activation}", [3, 12, 12], [.. Enumerable.Repeat(Convolution(16, activation), 5), FlatHead]);
            yield return new($"strides {activation}", [3, 16, 16], Convolution(16, activation), Convolution(24, activation, stride: 2), Convolution(32, activation, stride: 2), FlatHead);
            yield return new($"max pools {activation}", [3, 16, 16], Convolution(16, activation), MaxPool, Convolution(24, activation), MaxPool, Convolution(32, activation), MaxPool, FlatHead);
            yield return new($"average pools {activation}", [3, 16, 16], Convolution(16, activation), AveragePool, Convolution(24, activation), AveragePool, Convolution(32, activation), AveragePool, FlatHead);
            yield return new($"global average {activation}", [3, 8, 8], [.. Enumerable.Repeat(Convolution(24, activation), 4), GlobalAverage, Head]);
            yield return new($"global maximum {activation}", [3, 8, 8], [.. Enumerable.Repeat(Convolution(24, activation), 4), GlobalMax, Head]);
            yield return new($"batch norm {activation}", [3, 12, 12], [.. Enumerable.Repeat<LayerSpec[][]>([Product(16), BatchNorm, Activation(activation)], 3).SelectMany(layers => layers), MaxPool, Product(24), BatchNorm, Activation(activation), GlobalAverage, Head])
            {
                // Half of the last image lies at an edge.
                SignalBound = 0.3,
                GradientBound = OfOneSign(activation),
            };
            yield return new($"residual {activation}", [3, 8, 8], [Convolution(16, activation), .. Enumerable.Repeat(Residual(16, activation), 3), GlobalAverage, Head])
            {
                GradientBound = OfOneSign(activation),
            };
            yield return new($"depthwise {activation}", [3, 12, 12], [Convolution(16, activation), .. Enumerable.Repeat<LayerSpec[][]>([Depthwise(16, activation), Pointwise(16, activation)], 3).SelectMany(layers => layers), GlobalAverage, Head])
            {
                // Nine weights make a filter: one network is far from the next.
                SignalBound = 1,
                GradientBound = 1.5,
            };
        }
    }

    /// <summary>Normalisation divides by what is left without a mean that is nearly all of the signal.</summary>
    private static double? OfOneSign(string activation) => activation == "Sigmoid" ? 1.5 : null;

    private static LayerSpec[] Activation(string name) => [new ActivationSpec(ActivationDefinitions.Named(name))];

    private static LayerSpec[] Product(int filters) => [new ConvolutionSpec(2, filters, 3, 3) { Padding = -1, Bias = false }];

    private static LayerSpec[] Convolution(int filters, string activation, int stride = 1) =>
        [new ConvolutionSpec(2, filters, 3, 3) { Padding = stride == 1 ? -1 : 1, Stride = stride }, .. Activation(activation)];

    private static LayerSpec[] Depthwise(int filters, string activation) => [new ConvolutionSpec(2, filters, 3, 3) { Padding = -1, Groups = filters }, .. Activation(activation)];

    private static LayerSpec[] Pointwise(int filters, string activation) => [new ConvolutionSpec(2, filters, 1, 1), .. Activation(activation)];

    private static LayerSpec[] Residual(int filters, string activation) =>
        [new ResidualSpec([.. Product(filters), .. BatchNorm, .. Activation(activation), .. Product(filters), .. BatchNorm]), .. Activation(activation)];
}
