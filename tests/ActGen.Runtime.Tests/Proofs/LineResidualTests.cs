using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>A residual block of a 1-D convolution directly behind the network's input, whose axes only the convolution explains.</summary>
public sealed class LineResidualTests
{
    [Fact]
    public void The_input_is_added_channel_by_channel()
    {
        const int channels = 2, length = 3;
        IDoubleNetwork network = NetworkFactory.CompileDouble([new NetworkSpec([channels, length], [new ResidualSpec(new ConvolutionSpec(1, channels, 1, 1) { Bias = false })])])[0];
        // [1 tap, channels, filters].
        double[] weights = [2, 3, 5, 7], x = [1, 10, 100, 4, 40, 400], expected = [.. Enumerable.Range(0, x.Length).Select(i =>
            x[i] + (x[i % length] * weights[i / length]) + (x[(i % length) + length] * weights[2 + (i / length)]))];

        Assert.Equal(expected, network.Infer(new(1, weights, x, null, null, new(Training: false))));
    }
}
