using ActGen.Testing;

namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>Sizes beyond those of arrays are diagnostics at the layer for which there is no room, counted in 64 bits: nothing overflows, nothing hangs, in analyzers or generator.</summary>
public class SizeTests
{
    [Theory]
    // The values of one layer, the product before a gate.
    [InlineData("[Network(1, 1000, 1000)] [Conv2D({|ACT0006:2000000000|}, 1, Bias = false)]")]
    [InlineData("[Network(46000, 46000)] [{|ACT0006:ReLU|}]")]
    [InlineData("[Network(2147483647)] [{|ACT0006:ReLU|}]")]
    [InlineData("[Network(1)] [SwiGLU({|ACT0006:500000000|}, Bias = false)] [Dense(1)]")]
    [InlineData("[Network(1)] [SwiGLU({|ACT0006:2147483647|}, Bias = false)] [Dense(1)]")]
    // Padded copies: of the input, of the gradient.
    [InlineData("[Network(1, 8, 8)] [{|ACT0005:Conv2D(1, 3, Padding = Padding.Same, Dilation = 2147483647)|}]")]
    [InlineData("[Network(4, 64)] [{|ACT0005:Conv1D(4, 3, Padding = Padding.Same, Dilation = 2147483647)|}]")]
    [InlineData("[Network(1, 64)] [{|ACT0006:Conv1D(1, 3, Padding = Padding.Same, Dilation = 1000000000)|}]")]
    [InlineData("[Network(4, 64)] [{|ACT0006:Conv1D(4, 3, Padding = Padding.Same, Dilation = 200000000)|}]")]
    [InlineData("[Network(4, 64)] [Conv1D(4, 2, Padding = Padding.Same, Dilation = 200000000)] [{|ACT0006:Conv1D(4, 2, Padding = Padding.Same, Dilation = 200000000)|}]")]
    [InlineData("[Network(1, 2, 2)] [{|ACT0006:Conv2D(100000000, 2, Padding = 1, Bias = false)|}]")]
    // Depthwise convolutions make no copies, but count cells.
    [InlineData("[Network(4, 64)] [{|ACT0005:Conv1D(4, 3, Padding = Padding.Same, Dilation = 536870881, Groups = 4)|}]")]
    [InlineData("[Network(2, 8, 8)] [{|ACT0005:Conv2D(2, 3, Padding = Padding.Same, Dilation = 2147483647, Groups = 2)|}]")]
    // Filters that are too many by themselves: their padded gradients are no second mistake.
    [InlineData("[Network(3, 32, 32)] [Conv2D({|ACT0006:2000000000|}, 3, Padding = 1)]")]
    [InlineData("[Network(3, 32, 32)] [Conv2D({|ACT0006:2000000000|}, 1, Padding = 1, Bias = false)]")]
    // Values and gradients in another order.
    [InlineData("[Network(3, 12000, 12000)] [BatchNorm] [{|ACT0006:Flatten|}] [Dense(1)]")]
    [InlineData("[Network(3, 14000, 14000)] [{|ACT0006:GlobalAveragePool|}]")]
    // Both ends of residual blocks.
    [InlineData("[Network(320000000)] [Residual<Rectified>] [{|ACT0006:Residual<Rectified>|}]")]
    // What normalisations and learned parameters keep of a row and of the batch.
    [InlineData("[Network(400000000)] [{|ACT0006:GroupNorm(1, Affine = false)|}]")]
    [InlineData("[Network(320000000, 1)] [LayerNorm(Affine = false)] [{|ACT0006:LayerNorm(Affine = false)|}]")]
    [InlineData("[Network(700000000)] [{|ACT0006:BatchNorm(Affine = false)|}]")]
    [InlineData("[Network(300000000)] [BatchNorm(Affine = false)] [{|ACT0006:BatchNorm(Affine = false)|}]")]
    [InlineData("[Network(750000000, 1)] [{|ACT0006:PReLU|}]")]
    // Windows with more cells than an int counts.
    [InlineData("[Network(1, 26000, 26000)] [MaxPool2D({|ACT0006:52000|}, Padding = 26000)] [Flatten]")]
    [InlineData("[Network(1, 26000, 26000)] [AveragePool2D({|ACT0006:52000|}, Padding = 26000)] [Flatten]")]
    [InlineData("[Network(3, 8, 8)] [AveragePool2D({|ACT0006:2147483647|}, Padding = 1073741823)] [Flatten]")]
    public Task What_fits_no_array_is_a_diagnostic_at_its_layer(string stack) => Verify(stack);

    [Fact]
    public Task A_long_chain_of_layers_that_fit_is_one_where_they_no_longer_do_together() =>
        Verify($"[Network(6000000)] {string.Concat(Enumerable.Repeat("[ReLU]", 356))} [{{|ACT0006:ReLU|}}] {string.Concat(Enumerable.Repeat("[ReLU]", 600))}");

    [Theory]
    // VGG-16 over large images (Simonyan & Zisserman 2015), whose row has 1.3 billion values.
    [InlineData("[Network(3, 1024, 1024)] [Conv2D(64, 3, Padding = 1), ReLU] [Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(128, 3, Padding = 1), ReLU] [Conv2D(128, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU, MaxPool2D(2)] [GlobalAveragePool] [Dense(1000)]")]
    [InlineData("[Network(3, 1500, 1500)] [Conv2D(64, 3, Padding = 1), ReLU] [Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(128, 3, Padding = 1), ReLU] [Conv2D(128, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU, MaxPool2D(2)] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU] [Conv2D(512, 3, Padding = 1), ReLU, MaxPool2D(2)] [GlobalAveragePool] [Dense(1000)]")]
    // As many convolutions of full size as a U-Net has.
    [InlineData("[Network(3, 512, 512)] [Conv2D(64, 3, Padding = 1), ReLU] [Residual<Unit>(Repeat = 6)] [Conv2D(21, 1)]")]
    public Task Large_networks_have_room(string stack) => Verify(stack);

    [Theory]
    // What is as wide as this is absurd, and has room.
    [InlineData("[Network(1)] [Dense(300000000, Bias = false)] [Dense(1)]")]
    [InlineData("[Network(1, 64)] [Conv1D(1, 3, Padding = Padding.Same, Dilation = 400000000)]")]
    [InlineData("[Network(4, 64)] [Conv1D(4, 3, Padding = Padding.Same, Dilation = 536870879, Groups = 4)]")]
    [InlineData("[Network(2, 8, 8)] [Conv2D(2, 3, Padding = Padding.Same, Dilation = 500000000, Groups = 2)]")]
    [InlineData("[Network(1, 19000, 19000)] [GlobalAveragePool]")]
    [InlineData("[Network(1, 16000, 16000)] [MaxPool2D(32000, Padding = 16000)] [Flatten]")]
    public Task What_just_fits_is_none(string stack) => Verify(stack);

    [Fact]
    public async Task Numbers_have_separators()
    {
        string message = Assert.Single(await new AnalyzerTest { TestCode = "[Network(1, 8, 8)] [{|ACT0005:Conv2D(1, 3, Padding = Padding.Same, Dilation = 300000)|}] partial class Net;", Ids = ["ACT0005"] }.RunAsync()).GetMessage();

        Assert.Contains("padded images of 360,009,600,064 values, and 2,147,483,647 is the most", message, StringComparison.Ordinal);
    }

    private static Task Verify(string stack) => new AnalyzerTest
    {
        TestCode = $"{stack} partial class Net; [Block] [ReLU] class Rectified; [Block] [Conv2D(64, 3, Padding = 1), BatchNorm, ReLU] [Conv2D(64, 3, Padding = 1), BatchNorm, ReLU] class Unit;",
        Ids = ["ACT0005", "ACT0006"],
    }.RunAsync();
}
