using ActGen.Frontend.Analysis;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Pooling and the order of axes: shapes, what is planned, what mistakes are told.</summary>
public sealed class PoolTests
{
    [Theory]
    [InlineData("[Network(3, 7, 8)] [MaxPool2D(2)]", "3×3×4")]
    [InlineData("[Network(3, 7, 8)] [MaxPool2D(3, Stride = 2, Padding = 1)]", "3×4×4")]
    [InlineData("[Network(3, 7, 8)] [AveragePool2D(7, Stride = 5)]", "3×1×1")]
    [InlineData("[Network(3, 4, 4)] [AveragePool2D(6, Padding = 1)]", "3×1×1")]
    [InlineData("[Network(3, 8)] [MaxPool1D(3)]", "3×2")]
    [InlineData("[Network(3, 8)] [AveragePool1D(3, Stride = 1, Padding = 1)] [MaxPool1D(8)]", "3×1")]
    [InlineData("[Network(3, 7, 8)] [GlobalAveragePool]", "3")]
    [InlineData("[Network(7, 3)] [GlobalMaxPool]", "3")]
    [InlineData("[Network(3, 8)] [MaxPool1D(2)] [GlobalMaxPool]", "3")]
    [InlineData("[Network(3, 8)] [ReLU] [Permute(2, 1)]", "8×3")]
    [InlineData("[Network(2, 3, 4)] [ReLU] [Permute(3, 1, 2)]", "4×2×3")]
    public void Shapes(string attributes, string output) => Assert.Equal(output, Analyze.Stack(attributes).Plan!.Output.ToString());

    [Theory]
    [InlineData("[Network(1, 5, 5)] [MaxPool2D(2)] [MaxPool2D(5)]", "[MaxPool2D] has a window of 5×5 and needs at least 5×5 cells, but [MaxPool2D] gives rows of shape 1×2×2 (channels×height×width)")]
    [InlineData("[Network(1, 2, 9)] [AveragePool2D(5, Padding = 1)]", "[AveragePool2D] has a window of 5×5 with padding 1 and needs at least 3×3 cells, but the network's input gives rows of shape 1×2×9 (channels×height×width)")]
    [InlineData("[Network(784)] [MaxPool2D(2)]", "[MaxPool2D] reads images (channels, height, width), but the network's input gives rows of shape 784: declare it as [Network(1, 28, 28)]")]
    [InlineData("[Network(3072)] [MaxPool2D(2)]", "[MaxPool2D] reads images (channels, height, width), but the network's input gives rows of shape 3072: declare it as [Network(3, 32, 32)]")]
    [InlineData("[Network(10)] [MaxPool2D(2)]", "[MaxPool2D] reads images (channels, height, width), but the network's input gives rows of shape 10: declare it as [Network(1, 28, 28)], say")]
    [InlineData("[Network(8, 6)] [AveragePool2D(2)]", "[AveragePool2D] reads images (channels, height, width), but the network's input gives rows of shape 8×6: declare it as [Network(1, 8, 6)]")]
    [InlineData("[Network(5)] [Dense(64)] [MaxPool2D(2)]", "[MaxPool2D] reads images (channels, height, width), but [Dense] gives rows of shape 64: put [Reshape(1, 8, 8)] before it")]
    [InlineData("[Network(64)] [MaxPool1D(2)]", "[MaxPool1D] reads (channels, length), but the network's input gives rows of shape 64: declare it as [Network(1, 64)]")]
    [InlineData("[Network(1, 8, 8)] [MaxPool1D(2)]", "[MaxPool1D] reads (channels, length), but the network's input gives rows of shape 1×8×8: for images there is the layer on two axes")]
    [InlineData("[Network(100, 6)] [AveragePool1D(7)]", "[AveragePool1D] has a window of 7 and needs at least 7 cells, but the network's input gives rows of shape 100×6: it slides along the last axis; where that is the features, put [Permute(2, 1)] before it")]
    [InlineData("[Network(8)] [GlobalMaxPool]", "[GlobalMaxPool] takes one value of each channel, but the network's input gives rows of shape 8, which have no positions")]
    [InlineData("[Network(1, 8, 8)] [MaxPool2D(0)]", "[MaxPool2D]: 'size' is 0; a window has at least one cell")]
    [InlineData("[Network(1, 8, 8)] [MaxPool2D(-2)]", "[MaxPool2D]: 'size' is -2; a window has at least one cell")]
    [InlineData("[Network(1, 8, 8)] [MaxPool2D(2, Stride = 0)]", "[MaxPool2D]: 'Stride' is 0; a window moves by at least one cell")]
    [InlineData("[Network(1, 8, 8)] [MaxPool2D(3, Padding = 2)]", "[MaxPool2D]: 'Padding' is 2; it is at most half the window, of which no position lies wholly in the padding")]
    [InlineData("[Network(1, 8, 8)] [AveragePool2D(3, Padding = -1)]", "[AveragePool2D]: 'Padding' is -1; it is at most half the window, of which no position lies wholly in the padding")]
    [InlineData("[Network(1, 8, 8)] [MaxPool2D(2)] [Dense(10)]", "[Dense] works on features or on a sequence (time, features), but [MaxPool2D] gives rows of shape 1×4×4: put [Flatten] before it")]
    [InlineData("[Network(8, 6)] [ReLU] [Permute(2, 3, 1)]", "[Permute] orders 3 axes, but [ReLU] gives rows of shape 8×6")]
    [InlineData("[Network(8, 6)] [ReLU] [Permute(0, 1)]", "[Permute]: 'axes' is (0, 1); each axis of the input is named once, the first one is 1")]
    [InlineData("[Network(8, 6)] [ReLU] [Permute(2, 2)]", "[Permute]: 'axes' is (2, 2); each axis of the input is named once, the first one is 1")]
    [InlineData("[Network(8, 6)] [ReLU] [Permute]", "[Permute]: 'axes' is (); each axis of the input is named once, the first one is 1")]
    [InlineData("[Network(2, 2, 2, 2)] [ReLU] [Permute(4, 3, 2, 1)]", "[Permute] orders at most 3 axes, but [ReLU] gives rows of shape 2×2×2×2")]
    public void Mistakes_are_explained(string attributes, string message) => Assert.Equal(message, Assert.Single(Analyze.Stack(attributes).Problems).Message);

    /// <summary>Values move where memory has them in another order than the next layer wants, and nowhere else.</summary>
    [Theory]
    [InlineData("[Network(3, 4, 4)] [MaxPool2D(2)] [MaxPool2D(2)]", "Transposition Pool Pool")]
    [InlineData("[Network(1, 4, 4)] [MaxPool2D(2)] [Flatten]", "Pool Reshape")]
    [InlineData("[Network(3, 4, 4)] [MaxPool2D(2)] [Flatten]", "Transposition Pool Transposition Reshape")]
    [InlineData("[Network(3, 4, 4)] [GlobalMaxPool] [Dense(2)]", "Transposition Pool Dense")]
    [InlineData("[Network(3, 8)] [MaxPool1D(2)] [Permute(2, 1)] [Dense(2)]", "Transposition Pool Reshape Dense")]
    [InlineData("[Network(8, 3)] [Permute(2, 1)] [MaxPool1D(2)] [Permute(2, 1)]", "Reshape Pool Reshape")]
    [InlineData("[Network(8, 8, 3)] [Permute(3, 1, 2)] [MaxPool2D(2)] [Permute(2, 3, 1)]", "Reshape Pool Reshape")]
    [InlineData("[Network(8, 3)] [ReLU] [Permute(2, 1)] [Dense(2)]", "Activation Permutation Dense")]
    [InlineData("[Network(8, 3)] [ReLU] [Permute(1, 2)]", "Activation Reshape")]
    public void Values_move_only_where_they_must(string attributes, string steps) =>
        Assert.Equal(steps, string.Join(" ", Analyze.Stack(attributes).Plan!.Layers.Select(layer => layer.GetType().Name.Replace("Planned", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("MaxPool2D(2)", nameof(LayerMap.Nonlinear), false)]
    [InlineData("AveragePool2D(2)", nameof(LayerMap.Affine), false)]
    [InlineData("GlobalMaxPool", nameof(LayerMap.Nonlinear), false)]
    [InlineData("GlobalAveragePool", nameof(LayerMap.Affine), false)]
    [InlineData("MaxPool2D(1)", nameof(LayerMap.Identity), true)]
    [InlineData("AveragePool2D(1, Stride = 2)", nameof(LayerMap.Affine), false)]
    [InlineData("Permute(1, 2, 3)", nameof(LayerMap.Identity), true)]
    [InlineData("Permute(3, 1, 2)", nameof(LayerMap.Unknown), false)]
    public void Facts(string layer, string map, bool isNothing)
    {
        NetworkAnalysis analysis = Analyze.Stack($"[Network(3, 8, 8)] [ReLU] [{layer}]");
        Assert.Equal(Enum.Parse<LayerMap>(map), LayerTypes.FactsOf(analysis.Layers[1]).Map);
        Assert.Equal(isNothing, LayerTypes.FactsOf(analysis.Layers[1]).DoesNothing);
    }

    /// <summary>PyTorch's floor mode.</summary>
    [Theory]
    [InlineData(5, 2, 2, 0, 2)]
    [InlineData(6, 3, 2, 1, 3)]
    [InlineData(7, 3, 2, 1, 4)]
    [InlineData(1, 1, 1, 0, 1)]
    [InlineData(2, 3, 1, 0, 0)]
    [InlineData(2, 5, 7, 2, 1)]
    [InlineData(int.MaxValue, 1, 1, 0, int.MaxValue)]
    [InlineData(10, int.MaxValue, 1, 0, 0)]
    public void Positions_of_a_window(int cells, int size, int stride, int padding, int positions) => Assert.Equal(positions, new WindowAxis(size, stride, padding).Positions(cells));
}
