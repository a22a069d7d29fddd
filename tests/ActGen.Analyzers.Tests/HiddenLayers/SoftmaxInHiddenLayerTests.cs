using ActGen.Testing;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class SoftmaxInHiddenLayerTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(8), {|ACT1001:Softmax|}] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(8), {|ACT1001:Softmax|}] [Dropout(0.5)] [Dense(2)] [MSELoss]")]
    [InlineData("[Network(4)] [{|ACT1001:Softmax|}] [Dense(2)]")]
    [InlineData("[Network(4)] [Dense(8)] [{|ACT1001:Softmax|}] [Dense(8), {|ACT1001:Softmax|}] [Dense(2)]")]
    [InlineData("[Network(4)] [Dense(8), {|ACT1001:Softmin|}] [SwiGLU(2)]")]
    [InlineData("[Network(4)] [Dense(8), {|ACT1001:Sparsemax|}] [Dropout(0.5)] [Dense(2)]")]
    // over the channels of each position, through whatever pools them
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), {|ACT1001:Softmax|}] [Conv2D(8, 3), ReLU] [GlobalAveragePool] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), {|ACT1001:Softmax|}] [MaxPool2D(2)] [Conv2D(8, 3), ReLU] [GlobalAveragePool] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), {|ACT1001:Softmax|}] [AveragePool2D(2)] [Dropout(0.1)] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 16)] [Conv1D(16, 3), {|ACT1001:Sparsemax|}] [MaxPool1D(2)] [Conv1D(8, 3), ReLU] [GlobalMaxPool] [Dense(2)] [CrossEntropyLoss]")]
    // an unknown input does not make the softmax less hidden
    [InlineData("[{|ACT0003:Network|}] [Dense(8), {|ACT1001:Softmax|}] [Dense(2)]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack);

    [Theory]
    // at the output it belongs
    [InlineData("[Network(4)] [Dense(8), ReLU] [Dense(2), Softmax]")]
    [InlineData("[Network(4)] [Dense(8), ReLU] [Dense(2), {|ACT2009:Softmax|}] [MSELoss]")]
    // log-probabilities do not sum to one
    [InlineData("[Network(4)] [Dense(8), LogSoftmax] [Dense(2)] [MSELoss]")]
    // what gates, maxout and CReLU give is no distribution
    [InlineData("[Network(4)] [Dense(8), GLU] [Dense(8), Maxout(2)] [Dense(8), CReLU] [Dense(2)]")]
    // sigmoid is no softmax
    [InlineData("[Network(4)] [Dense(8), Sigmoid] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Fact]
    public async Task Says_what_sparsemax_costs() => Assert.Equal(
        "[Sparsemax] makes 64 hidden units share a sum of 1: each is 0.0156 on average, and those at 0 get no gradient. Use [ReLU]; sparsemax belongs to the output.",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(64), {|ACT1001:Sparsemax|}] [Dense(2)]"));

    [Fact]
    public async Task Says_what_it_costs() => Assert.Equal(
        "[Softmax] makes 64 hidden units share a sum of 1: each is 0.0156 on average, and where they are equal gradients become 64 times smaller. Use [ReLU]; softmax belongs to the output.",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(64), {|ACT1001:Softmax|}] [Dense(2)]"));

    [Fact]
    public Task Can_be_suppressed() => AnalyzerHarness.VerifyAsync("""
        #pragma warning disable ACT1001 // mixture weights
        [Network(4)] [Dense(8), Softmax] [Dense(2)]
        #pragma warning restore ACT1001
        public sealed partial class Net;
        """);
}
