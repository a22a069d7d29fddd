namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>Well-known convolutional networks, each with one mistake that their readers make: told where it is, with the way out.</summary>
public class BrokenConvolutionalNetworksTests
{
    [Theory]
    // LeNet-5 on digits of 28 × 28, as they come.
    [InlineData("[Network(1, 28, 28)] [Conv2D(6, 5), ReLU, AveragePool2D(2)] [Conv2D(16, 5), ReLU, AveragePool2D(2)] [{|ACT0005:Conv2D(120, 5)|}, ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]", "needs images of at least 5×5, but [AveragePool2D] gives 4×4 (shape 16×4×4)")]
    [InlineData("[Network(3, 227, 227)] [Conv2D(96, 11, Stride = 4), ReLU] [MaxPool2D(3, Stride = 2)] [{|ACT0005:Dense(4096)|}, ReLU] [Dense(1000)] [CrossEntropyLoss]", "rows of shape 96×27×27: put [Flatten] before it")]
    [InlineData("[Network(3, 32, 32)] [Conv2D(192, 5, Padding = 2), ReLU] [Conv2D(160, 1), ReLU] [Conv2D(10, 1)] [{|ACT0005:CrossEntropyLoss|}]", "put [GlobalAveragePool] before it")]
    [InlineData("[Network(3, 64, 64)] [Conv2D(32, 3), ReLU] [{|ACT0005:Conv2D(48, 3, Groups = 24)|}, ReLU] [GlobalAveragePool] [Dense(10)] [CrossEntropyLoss]", "32 is no multiple of 24")]
    // Channels last, as TensorFlow has them.
    [InlineData("[Network(32, 32, 3)] [Conv2D(32, 3), ReLU] [{|ACT0005:MaxPool2D(2)|}] [Flatten] [Dense(10)] [CrossEntropyLoss]", "rows of shape 32×30×1 (channels×height×width)")]
    [InlineData("[Network(28, 28, 1)] [{|ACT0005:Conv2D(32, 3)|}, ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]", "gives 28×1 (shape 28×28×1)")]
    // (time, features) in place of (channels, length).
    [InlineData("[Network(400, 2)] [{|ACT0005:Conv1D(32, 7)|}, ReLU] [GlobalAveragePool] [Dense(10)] [CrossEntropyLoss]", "needs a length of at least 7, but the network's input gives 2 (shape 400×2): it slides along the last axis; where that is the features, put [Permute(2, 1)] before it")]
    [InlineData("[Network(3, 32, 32)] [{|ACT1006:Conv2D(96, 3)|}] [Conv2D(96, 3, Stride = 2)] [Conv2D(10, 1)] [GlobalAveragePool] [CrossEntropyLoss]", "Nothing in this network is nonlinear")]
    [InlineData("[Network(4, 84, 84)] [Conv2D(32, 8, Stride = 4), ReLU] [Conv2D(64, 4, Stride = 2), ReLU] [Flatten] [Dense(512), ReLU] [Dense(6), {|ACT1008:ReLU|}] [HuberLoss]", "predictions are never below 0")]
    [InlineData("[Network(3, 64, 64)] [Conv2D(32, 3, Padding = 1), {|ACT1005:Sigmoid|}] [MaxPool2D(2)] [Conv2D(64, 3, Padding = 1), Sigmoid] [MaxPool2D(2)] [Conv2D(64, 3, Padding = 1), Sigmoid] [Flatten] [Dense(10)] [CrossEntropyLoss]", "3 saturating activations in a row")]
    // Behind the mean of an image rows are nearly alike, and die together.
    [InlineData("[Network(3, 16, 16)] [Conv2D(8, 3), ReLU] [GlobalAveragePool] [Dense(2), {|ACT1010:ReLU|}] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2)] [CrossEntropyLoss]", "% of new networks are estimated to be born dead")]
    [InlineData("[Network(3, 16, 16)] [{|ACT3002:Conv2D(8, 3, Init = Initializer.Zeros)|}, ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]", "All 8 units of [Conv2D(8)] start with the same weights (0)")]
    public async Task Each_mistake_is_told_in_its_place(string stack, string text) => Assert.Contains(text, await NetworkTest.MessageAsync(stack), StringComparison.Ordinal);
}
