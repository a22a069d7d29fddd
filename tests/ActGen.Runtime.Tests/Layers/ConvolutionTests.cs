using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Layers;

[Collection(nameof(Widths))]
public sealed class ConvolutionTests
{
    public static TheoryData<string> Cases => [.. ConvolutionCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_has_the_bits_of_its_definition_at_every_width_and_any_number_of_workers(string name)
    {
        ConvolutionCase layer = ConvolutionCase.All[name];
        float[] z = layer.Definition.PreActivation(layer.X, layer.W, layer.B);
        float[] leaky = [.. z.Select(v => MathF.Max(0.25f * v, v))];
        float[] quadratic = [.. z.Select(v => v * MathF.FusedMultiplyAdd(0.5f, v, 1.5f))];
        float[] slope = [.. z.Select(v => MathF.FusedMultiplyAdd(1f, v, 1.5f))];
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 2, 3])
                {
                    string what = $"width {width}, {workers} workers: ";
                    float[] y = layer.NewOutput(), kept = layer.NewOutput(), padded = layer.NewPadded();
                    Workers.Run(layer.Images, workers, work => Convolution<float>.Forward<TestIdentity>(work, layer.Shape, layer.X, layer.W, layer.B, y, layer.NewScratch()));
                    Numbers.AssertSameBits(z, y, what + "z");
                    Workers.Run(layer.Images, workers, work => Convolution<float>.Forward<TestLeaky>(work, layer.Shape, layer.X, layer.W, layer.B, y, padded, [0.25f], ActivationOperand.Output));
                    Numbers.AssertSameBits(leaky, y, what + "leaky y");
                    Workers.Run(layer.Images, workers, work => Convolution<float>.Forward<TestQuadratic>(work, layer.Shape, layer.X, layer.W, layer.B, y, padded, [0.5f, 1.5f], ActivationOperand.Derivative, kept));
                    Numbers.AssertSameBits(quadratic, y, what + "quadratic y");
                    Numbers.AssertSameBits(slope, kept, what + "quadratic derivative");
                }
            });
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_has_the_bits_of_its_definition_at_every_width_and_any_number_of_workers(string name)
    {
        ConvolutionCase layer = ConvolutionCase.All[name];
        float[] z = layer.Definition.PreActivation(layer.X, layer.W, layer.B);
        float[] y = [.. z.Select(v => MathF.Max(0.25f * v, v))];
        float[] dz = [.. layer.G.Zip(y, (g, v) => g * (v > 0 ? 1f : 0.25f))];
        float[] dw = layer.Definition.WeightGradient(layer.X, dz);
        float[] db = DenseDefinition.ColumnSums(dz, layer.Images * layer.Shape.Positions, layer.Shape.Filters);
        float[] dx = layer.Definition.InputGradient(dz, layer.W);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 2, 3])
                {
                    string what = $"width {width}, {workers} workers: ";
                    float[] gradient = [.. layer.G], weight = new float[dw.Length], bias = new float[db.Length], input = new float[dx.Length], flipped = new float[dw.Length], padded = layer.NewPadded(), output = layer.NewOutput();
                    Array.Fill(input, float.NaN);
                    Workers.Run(layer.Images, workers, work =>
                    {
                        Convolution<float>.Forward<TestLeaky>(work, layer.Shape, layer.X, layer.W, layer.B, output, padded, [0.25f], ActivationOperand.Output);
                        Convolution<float>.Backward<TestLeaky>(work, layer.Shape, layer.Shape.Pads ? padded : layer.X, layer.W, gradient, weight, bias, input, flipped, layer.NewPaddedGradient(), ActivationOperand.Output, y, [0.25f]);
                    });
                    Numbers.AssertSameBits(dz, gradient, what + "dz");
                    Numbers.AssertSameBits(dw, weight, what + "dW");
                    Numbers.AssertSameBits(db, bias, what + "db");
                    Numbers.AssertSameBits(dx, input, what + "dx");
                }
            });
        }
    }

    /// <summary>A chain that underflowed to −0 goes on with the +0 outside the output, whichever kernel makes it.</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 20, 1)]
    [InlineData(8, 5, 1)]
    [InlineData(17, 17, 17)]
    public void A_gradient_that_underflows_beside_an_edge_is_plus_zero(int channels, int filters, int groups)
    {
        ConvolutionCase layer = new(2, new(ConvolutionAxis.One, ConvolutionCase.Axis(2, 2), channels, filters, groups));
        Array.Fill(layer.G, -1e-30f);
        Array.Fill(layer.W, 1e-30f);
        Array.Fill(layer.W, 1f, 0, layer.W.Length / 2);
        float[] expected = layer.Definition.InputGradient(layer.G, layer.W);
        Assert.Equal(0, BitConverter.SingleToInt32Bits(expected[channels]));
        foreach (int width in Widths.All)
        {
            float[] weight = new float[layer.W.Length], input = new float[layer.X.Length], flipped = new float[layer.W.Length];
            Widths.Force(width, () => Convolution<float>.Backward<TestIdentity>(new Work(layer.Images), layer.Shape, layer.X, layer.W, [.. layer.G], weight, default, input, flipped, layer.NewPaddedGradient()));
            Numbers.AssertSameBits(expected, input, $"width {width}, dx");
        }
    }

    /// <summary>A batch of so much work copies its weights into panels, and where lines are shorter than a tile is tall what its positions read; or its results, which exceed the second-level cache, are asked for ahead. An image alone does neither.</summary>
    [Theory]
    [InlineData(5, 7, 8, 256, 265)]
    [InlineData(17, 3, 4, 256, 265)]
    [InlineData(4, 4, 13, 256, 265)]
    [InlineData(23, 30, 31, 25, 33)]
    public void A_large_batch_has_the_bits_that_its_images_have_alone(int images, int height, int width, int channels, int filters)
    {
        ConvolutionCase batch = new(images, new(ConvolutionCase.Axis(height, 3, padding: 1), ConvolutionCase.Axis(width, 3, padding: 1), channels, filters)), image = new(1, batch.Shape);
        int input = batch.Shape.Input, output = batch.Shape.Output;
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                float[] alone = batch.NewOutput(), inferred = batch.NewOutput(), trained = batch.NewOutput(), padded = batch.NewPadded(), aloneGradient = new float[batch.X.Length], gradient = new float[batch.X.Length];
                float[] weight = new float[batch.W.Length], aloneWeight = new float[batch.W.Length], flipped = new float[batch.W.Length], paddedGradient = batch.NewPaddedGradient();
                for (int i = 0; i < images; i++)
                {
                    float[] scratch = image.NewScratch();
                    Convolution<float>.Forward<TestLeaky>(new Work(1), batch.Shape, batch.X.AsSpan(i * input, input), batch.W, batch.B, alone.AsSpan(i * output, output), scratch, [0.25f]);
                    Convolution<float>.Backward<TestIdentity>(new Work(1), batch.Shape, scratch, batch.W, batch.G.AsSpan(i * output, output).ToArray(), aloneWeight, default, aloneGradient.AsSpan(i * input, input), flipped, paddedGradient);
                }
                Convolution<float>.Forward<TestLeaky>(new Work(images), batch.Shape, batch.X, batch.W, batch.B, inferred, batch.NewScratch(), [0.25f]);
                Convolution<float>.Forward<TestLeaky>(new Work(images), batch.Shape, batch.X, batch.W, batch.B, trained, padded, [0.25f], ActivationOperand.Output);
                Convolution<float>.Backward<TestIdentity>(new Work(images), batch.Shape, padded, batch.W, [.. batch.G], weight, default, gradient, flipped, paddedGradient);
                Numbers.AssertSameBits(alone, inferred, $"width {lanes}, one padded image");
                Numbers.AssertSameBits(alone, trained, $"width {lanes}, padded images");
                Numbers.AssertSameBits(aloneGradient, gradient, $"width {lanes}, dx");
            });
        }
    }

    /// <summary>What positions read is copied from the image itself, and still backward finds the padded image in its place: also of a worker who has one image alone.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public void Many_weights_leave_padded_images_to_backward(int images, int workers)
    {
        ConvolutionCase layer = new(images, new(ConvolutionCase.Axis(20, 3, padding: 1), ConvolutionCase.Axis(11, 3, padding: 1), 256, 265));
        float[] expected = new float[images * layer.Shape.Padded];
        for (int image = 0; image < images; image++)
            PaddedImage<float>.Write(layer.X.AsSpan(image * layer.Shape.Input, layer.Shape.Input), 11, 256, 1, 1, expected.AsSpan(image * layer.Shape.Padded, layer.Shape.Padded), 13, 0, 22);
        foreach (int width in Widths.All)
        {
            float[] padded = layer.NewPadded(), y = layer.NewOutput();
            Widths.Force(width, () => Workers.Run(images, workers, work => Convolution<float>.Forward<TestIdentity>(work, layer.Shape, layer.X, layer.W, layer.B, y, padded)));
            Numbers.AssertSameBits(expected, padded, $"width {width}");
        }
    }

    /// <summary>The 0 is added to the bias before the chain comes to it.</summary>
    [Fact]
    public void A_chain_and_a_bias_of_minus_zero_leave_as_plus_zero()
    {
        foreach ((string name, ConvolutionCase layer) in ConvolutionCase.All)
        {
            float[] x = new float[layer.X.Length], w = new float[layer.W.Length], b = new float[layer.Shape.Filters], y = layer.NewOutput();
            Array.Fill(x, -1e-30f);
            Array.Fill(w, 1e-30f);
            Array.Fill(b, -0f);
            foreach (int width in Widths.All)
            {
                Widths.Force(width, () => Convolution<float>.Forward<TestIdentity>(new Work(layer.Images), layer.Shape, x, w, b, y, layer.NewScratch()));
                Numbers.AssertSameBits(new float[y.Length], y, $"{name}, width {width}: y");
            }
        }
    }

    [Fact]
    public void Without_a_bias_only_the_zero_is_added()
    {
        foreach (ConvolutionCase layer in ConvolutionCase.All.Values)
        {
            float[] y = layer.NewOutput();
            Convolution<float>.Forward<TestIdentity>(new Work(layer.Images), layer.Shape, layer.X, layer.W, default, y, layer.NewScratch());
            Numbers.AssertSameBits(layer.Definition.PreActivation(layer.X, layer.W, bias: null), y, "z");
        }
    }

    [Fact]
    public void Backward_makes_only_what_is_asked_for()
    {
        foreach (ConvolutionCase layer in ConvolutionCase.All.Values.Where(layer => !layer.Shape.Pads))
        {
            float[] gradient = [.. layer.G], weight = new float[layer.W.Length];
            Convolution<float>.Backward<TestIdentity>(new Work(layer.Images), layer.Shape, layer.X, layer.W, gradient, weight, default, default, default);
            Numbers.AssertSameBits(layer.G, gradient, "dz");
            Numbers.AssertSameBits(layer.Definition.WeightGradient(layer.X, layer.G), weight, "dW");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_convolution_in_double_follows_the_same_order(string name)
    {
        ConvolutionCase layer = ConvolutionCase.All[name];
        double[] x = [.. layer.X], w = [.. layer.W], b = [.. layer.B], y = new double[layer.G.Length], scratch = new double[layer.NewScratch().Length];
        double[] z = layer.Definition.PreActivation(x, w, b);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () => Convolution<double>.Forward<TestLeaky>(new Work(layer.Images), layer.Shape, x, w, b, y, scratch, [0.25]));
            for (int i = 0; i < y.Length; i++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(Math.Max(0.25 * z[i], z[i])), BitConverter.DoubleToInt64Bits(y[i]));
        }
    }

    [Fact]
    public void No_rows_give_no_outputs_and_zero_gradients()
    {
        ConvolutionCase layer = ConvolutionCase.All["stride 2"];
        foreach (int workers in (int[])[1, 3])
        {
            float[] weight = [.. layer.W], bias = [.. layer.B];
            Workers.Run(0, workers, work => Convolution<float>.Forward<TestIdentity>(work, layer.Shape, [], layer.W, layer.B, [], layer.NewScratch()));
            Workers.Run(0, workers, work => Convolution<float>.Backward<TestIdentity>(work, layer.Shape, [], layer.W, [], weight, bias, [], []));
            Assert.All(weight, value => Assert.Equal(0f, value));
            Assert.All(bias, value => Assert.Equal(0f, value));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        ConvolutionCase layer = ConvolutionCase.All["groups of 2 channels and 3 filters"];
        float[] parameters = [0.5f, 1.5f], y = layer.NewOutput(), kept = layer.NewOutput(), gradient = [.. layer.G], weight = new float[layer.W.Length], bias = new float[layer.B.Length];
        float[] input = new float[layer.X.Length], flipped = new float[layer.W.Length], padded = layer.NewPadded(), paddedGradient = layer.NewPaddedGradient();
        void Step()
        {
            Convolution<float>.Forward<TestQuadratic>(new Work(layer.Images), layer.Shape, layer.X, layer.W, layer.B, y, padded, parameters, ActivationOperand.Derivative, kept);
            Convolution<float>.Backward<TestQuadratic>(new Work(layer.Images), layer.Shape, padded, layer.W, gradient, weight, bias, input, flipped, paddedGradient, ActivationOperand.Derivative, kept, parameters);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Step));
    }
}
