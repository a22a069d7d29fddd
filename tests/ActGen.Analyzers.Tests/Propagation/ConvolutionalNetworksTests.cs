namespace ActGen.Analyzers.Tests.Propagation;

/// <summary>What rules about signal and gradient say of networks over images as people write them: nothing of good ones.</summary>
public class ConvolutionalNetworksTests
{
    [Theory]
    // TensorFlow's tutorial on images, and the same with average pools and with a global one.
    [InlineData("[Network(3, 32, 32)] [Conv2D(32, 3), ReLU, MaxPool2D(2)] [Conv2D(64, 3), ReLU, MaxPool2D(2)] [Conv2D(64, 3), ReLU] [Flatten] [Dense(64), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 32, 32)] [Conv2D(32, 3), ReLU, AveragePool2D(2)] [Conv2D(64, 3), ReLU, AveragePool2D(2)] [Conv2D(64, 3), ReLU] [Flatten] [Dense(64), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 64, 64)] [Conv2D(32, 3), ReLU] [Conv2D(32, 3), ReLU] [Conv2D(64, 3), ReLU] [Conv2D(64, 3), ReLU] [Conv2D(64, 3), ReLU] [GlobalAveragePool] [Dense(10)] [CrossEntropyLoss]")]
    // LeNet-5 (LeCun et al. 1998), but for its connection table and its output.
    [InlineData("[Network(1, 32, 32)] [Conv2D(6, 5), Tanh, AveragePool2D(2)] [Conv2D(16, 5), Tanh, AveragePool2D(2)] [Conv2D(120, 5)] [Flatten] [Dense(84), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    // All convolutional, strides for pools (Springenberg et al. 2015).
    [InlineData("[Network(3, 32, 32)] [Conv2D(96, 3, Padding = 1), ReLU] [Conv2D(96, 3, Stride = 2, Padding = 1), ReLU] [Conv2D(192, 3, Padding = 1), ReLU] [Conv2D(192, 3, Stride = 2, Padding = 1), ReLU] [Conv2D(192, 1), ReLU] [Conv2D(10, 1)] [GlobalAveragePool] [CrossEntropyLoss]")]
    // Pool before the activation.
    [InlineData("[Network(1, 28, 28)] [Conv2D(10, 5), MaxPool2D(2), ReLU] [Conv2D(20, 5), MaxPool2D(2), ReLU] [Flatten] [Dense(50), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    // Network in network (Lin et al. 2014): widths and means make its gradient small, no activation.
    [InlineData("[Network(3, 32, 32)] [Conv2D(192, 5, Padding = 2), ReLU] [Conv2D(160, 1), ReLU] [Conv2D(96, 1), ReLU] [MaxPool2D(3, Stride = 2, Padding = 1)] [Dropout(0.5)] [Conv2D(192, 5, Padding = 2), ReLU] [Conv2D(192, 1), ReLU] [Conv2D(192, 1), ReLU] [AveragePool2D(3, Stride = 2, Padding = 1)] [Dropout(0.5)] [Conv2D(192, 3, Padding = 1), ReLU] [Conv2D(192, 1), ReLU] [Conv2D(10, 1)] [GlobalAveragePool] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 1024, 1024)] [Conv2D(64, 3), ReLU] [Conv2D(64, 3), ReLU] [Conv2D(64, 3), ReLU] [Conv2D(64, 3), ReLU] [Conv2D(2, 1)] [GlobalAveragePool] [CrossEntropyLoss]")]
    // Signals.
    [InlineData("[Network(6, 128)] [Conv1D(64, 5), ReLU, MaxPool1D(2)] [Conv1D(64, 5), ReLU, MaxPool1D(2)] [Conv1D(64, 5), ReLU] [GlobalAveragePool] [Dense(6)] [CrossEntropyLoss]")]
    [InlineData("[Network(1, 16000)] [Conv1D(16, 64, Stride = 8), ReLU, MaxPool1D(4)] [Conv1D(32, 32, Stride = 2), ReLU, MaxPool1D(4)] [Conv1D(64, 16, Stride = 2), ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(4, 100)] [Conv1D(32, 7), ReLU] [Permute(2, 1)] [Dense(8), ReLU] [Flatten] [Dense(1)] [BCEWithLogitsLoss]")]
    // An image for an image.
    [InlineData("[Network(1, 28, 28)] [Conv2D(16, 3, Padding = 1), ReLU] [Conv2D(16, 3, Padding = 1), ReLU] [Conv2D(16, 3, Padding = 1), ReLU] [Conv2D(16, 3, Padding = 1), ReLU] [Conv2D(1, 3, Padding = 1)] [MSELoss]")]
    public Task Good_networks_are_left_alone(string stack) => NetworkTest.VerifyAsync(stack);

    [Fact]
    public Task A_deep_stack_of_residual_blocks_is_left_alone() => NetworkTest.VerifyAsync(
        "[Network(3, 32, 32)] [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU] [Residual<Unit>(Repeat = 9)] [GlobalAveragePool] [Dense(10)] [CrossEntropyLoss]",
        "[Block] [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU] [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm] public sealed class Unit;");

    [Theory]
    [InlineData("[Flatten]", 12, @"passes on 0\.21 like 11 others\.")]
    // The gradient at all positions is the same at first, and less so in each layer.
    [InlineData("[GlobalAveragePool]", 1, @"passes on 0\.21 like 11 others\.")]
    // The largest of many is where a sigmoid is flattest.
    [InlineData("[GlobalMaxPool]", 12, @"\[Sigmoid\] passes on 0\.")]
    public async Task A_gradient_that_vanishes_through_convolutions_is_told(string pool, int at, string worst)
    {
        const string layer = "[Conv2D(16, 3, Padding = Padding.Same), Sigmoid]";
        string message = await NetworkTest.MessageAsync(
            $"[Network(3, 16, 16)] {layer.Times(at - 1)} {layer.Replace("Sigmoid", "{|ACT1003:Sigmoid|}", StringComparison.Ordinal)} {layer.Times(12 - at)} {pool} [Dense(10)] [CrossEntropyLoss]");

        Assert.Matches(worst, message);
    }
}
