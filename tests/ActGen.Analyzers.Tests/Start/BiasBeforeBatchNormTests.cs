namespace ActGen.Analyzers.Tests.Start;

public class BiasBeforeBatchNormTests
{
    [Theory]
    [InlineData("[Network(8)] [{|ACT3003:Dense(20)|}] [BatchNorm, ReLU] [Dense(5)] [MSELoss]", "The bias of [Dense(20)] is subtracted again by [BatchNorm] right behind it: its 20 numbers learn nothing. Set Bias = false.")]
    [InlineData("[Network(8)] [{|ACT3003:Dense(20)|}] [BatchNorm(Affine = false), ReLU] [Dense(5)] [MSELoss]", "its 20 numbers learn nothing")]
    [InlineData("[Network(6, 8)] [{|ACT3003:Dense(20, Init = Initializer.He)|}] [BatchNorm, ReLU] [Dense(5)] [MSELoss]", "its 20 numbers learn nothing")]
    [InlineData("[Network(3, 8, 8)] [{|ACT3003:Conv2D(16, 3)|}] [BatchNorm, ReLU] [Flatten] [Dense(5)] [MSELoss]", "its 16 numbers learn nothing")]
    public async Task Reports(string stack, string consequence) => Assert.Contains(consequence, await NetworkTest.MessageAsync(stack));

    [Theory]
    [InlineData("[Network(8)] [Dense(20, Bias = false)] [BatchNorm, ReLU] [Dense(5)] [MSELoss]")]
    // what stands between makes more of the bias than a shift
    [InlineData("[Network(8)] [Dense(20), ReLU] [BatchNorm] [Dense(5)] [MSELoss]")]
    // a product of two products
    [InlineData("[Network(8)] [SwiGLU(20)] [BatchNorm, ReLU] [Dense(5)] [MSELoss]")]
    // the mean over the features of a row, not that of a feature
    [InlineData("[Network(8)] [Dense(20)] [LayerNorm, ReLU] [Dense(5)] [MSELoss]")]
    [InlineData("[Network(8)] [Dense(20)] [RMSNorm, ReLU] [Dense(5)] [MSELoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Fact]
    public Task Is_silent_where_a_residual_sum_reads_the_layer_too() => NetworkTest.VerifyAsync(
        "[Network(8)] [Dense(20)] [Residual<Part>] [ReLU] [Dense(5)] [MSELoss]",
        "[Block] [BatchNorm, ReLU] [Dense(20)] public sealed partial class Part;");
}
