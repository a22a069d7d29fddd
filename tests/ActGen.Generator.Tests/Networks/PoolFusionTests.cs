using ActGen.Testing;

namespace ActGen.Generator.Tests.Networks;

/// <summary>Which pools are computed with the convolution before them: at inference, and in training.</summary>
public sealed class PoolFusionTests
{
    [Theory]
    [InlineData("[Conv2D(8, 3), ReLU] [MaxPool2D(2)]", true, true)]
    [InlineData("[Conv2D(8, 3)] [MaxPool2D(2)]", true, true)]
    [InlineData("[Conv2D(8, 3), Sigmoid] [MaxPool2D(2, Stride = 3)]", true, true)]
    [InlineData("[Conv2D(8, 3, Groups = 2, Bias = false, Stride = 2, Padding = 1), LeakyReLU] [MaxPool2D(4)]", true, true)]
    // Backward needs all cells, or their derivatives.
    [InlineData("[Conv2D(8, 3), ReLU] [AveragePool2D(2)]", true, false)]
    [InlineData("[Conv2D(8, 3), GELU] [MaxPool2D(2)]", true, false)]
    [InlineData("[Conv2D(8, 3), PReLU] [MaxPool2D(2)]", true, false)]
    // What lies between is a step of its own.
    [InlineData("[Conv2D(8, 3), PReLU(PerChannel = true)] [MaxPool2D(2)]", false, false)]
    [InlineData("[Conv2D(8, 3), RReLU] [MaxPool2D(2)]", false, false)]
    [InlineData("[Conv2D(8, 3), GLU] [MaxPool2D(2)]", false, false)]
    [InlineData("[Conv2D(8, 3, Bias = false)] [BatchNorm, ReLU] [MaxPool2D(2)]", false, false)]
    [InlineData("[Conv2D(8, 3), ReLU] [Dropout(0.5)] [MaxPool2D(2)]", true, false)]
    [InlineData("[Conv2D(8, 3), ReLU] [Permute(1, 3, 2)] [MaxPool2D(2)]", false, false)]
    // Windows that share cells, or are padded.
    [InlineData("[Conv2D(8, 3), ReLU] [MaxPool2D(3, Stride = 2)]", false, false)]
    [InlineData("[Conv2D(8, 3), ReLU] [MaxPool2D(2, Padding = 1)]", false, false)]
    // Filters, and values that a line of windows spans: 2 rows of 64 positions.
    [InlineData("[Conv2D(64, 3), ReLU] [MaxPool2D(2)]", true, true)]
    [InlineData("[Conv2D(65, 3), ReLU] [MaxPool2D(2)]", false, false)]
    [InlineData("[Conv2D(65, 3, Stride = 2), ReLU] [MaxPool2D(2)]", true, false)]
    public void A_pool_is_part_of_its_convolution(string layers, bool atInference, bool inTraining) =>
        Assert.Equal((atInference, inTraining), Fused($"[Network(4, 66, 66)] {layers} [Flatten] [Dense(2)] [MSELoss]"));

    /// <summary>A convolution of more than 2 MB of weights reads them once for all images, which it cannot for the few lines that a pool waits for.</summary>
    [Theory]
    [InlineData(128, true)]
    [InlineData(227, true)]
    [InlineData(228, false)]
    [InlineData(512, false)]
    public void A_pool_is_computed_with_a_convolution_whose_weights_stay_near(int filters, bool isFused) =>
        Assert.Equal(isFused, Fused($"[Network(256, 4, 4)] [Conv2D({filters}, 3, Padding = 1), ReLU] [MaxPool2D(2)] [Flatten] [Dense(10)] [CrossEntropyLoss]").AtInference);

    [Fact]
    public void Telemetry_sees_each_layer_of_a_training_step() =>
        Assert.Equal((true, false), Fused("[Network(4, 66, 66, Telemetry = true)] [Conv2D(8, 3), ReLU] [MaxPool2D(2)] [Flatten] [Dense(2)] [MSELoss]"));

    [Fact]
    public void What_is_kept_is_what_backward_reads()
    {
        Assert.Contains("│ keeps where p came from\n", Text("[Network(1, 6, 6)] [Conv2D(8, 3)] [MaxPool2D(2)] [MSELoss]"));
        Assert.Contains("│ keeps p and where it came from\n", Text("[Network(1, 6, 6)] [Conv2D(8, 3), ReLU] [MaxPool2D(2)] [MSELoss]"));
    }

    private static (bool AtInference, bool InTraining) Fused(string attributes)
    {
        string text = Text(attributes);
        return (text.Contains("PooledConvolution<float>.Forward", StringComparison.Ordinal), text.Contains("PooledConvolution<float>.Backward", StringComparison.Ordinal));
    }

    private static string Text(string attributes) =>
        GeneratorHarness.RunOnce(TestCompilation.Create($"using ActGen;\n{attributes}\npublic sealed partial class Net;")).AssertCompiles().Source("Net");
}
