using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>A convolution and the pool behind it have, as one, the bits of the two definitions one after the other.</summary>
[Collection(nameof(Widths))]
public sealed class PooledConvolutionTests
{
    // As in networks; cells between windows; one cell; windows that leave rows and columns over; lines.
    private static readonly ((int Rows, int Columns) Size, (int Rows, int Columns) Stride)[] Windows = [((2, 2), (2, 2)), ((1, 1), (1, 1)), ((3, 2), (3, 3)), ((1, 2), (2, 2)), ((1, 3), (1, 4)), ((2, 2), (3, 2))];

    private static readonly string[] EveryWindow = ["one channel, 8 filters, 35 columns", "as in a small network", "stride 2", "a sequence", "groups of 5 channels and 17 filters", "depthwise, 17", "many small images", "8 channels, 8 filters, padded"];

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach ((string name, ConvolutionCase layer) in ConvolutionCase.All)
            {
                for (int window = 0; window < Windows.Length; window++)
                {
                    if ((window == 0 || EveryWindow.Contains(name)) && Windows[window].Size.Rows <= layer.Shape.Rows.Output && Windows[window].Size.Columns <= layer.Shape.Columns.Output)
                        cases.Add(name, window);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_has_the_bits_of_the_layers_at_every_width_and_any_number_of_workers(string name, int window)
    {
        (ConvolutionCase layer, PoolDefinition pool) = (Coarse(name), Pool(name, window));
        float[] z = layer.Definition.PreActivation(layer.X, layer.W, layer.B);
        float[] identity = PerImage(layer, z, pool.Max), quadratic = PerImage(layer, [.. z.Select(v => v * MathF.FusedMultiplyAdd(0.5f, v, 1.5f))], pool.Average), means = PerImage(layer, z, pool.Average);
        float[] cells = [.. z.Chunk(layer.Shape.Output).SelectMany(pool.Places)];
        EveryWay((workers, what) =>
        {
            float[] p = Unwritten(identity.Length), places = Unwritten(p.Length);
            Workers.Run(layer.Images, workers, work => PooledConvolution<float>.Forward<TestIdentity, MaxPool>(work, layer.Shape, Window(pool), layer.X, layer.W, layer.B, p, layer.NewPadded(), default, places));
            Numbers.AssertSameBits(identity, p, what + "largest");
            Numbers.AssertSameBits(cells, places, what + "places");
            Workers.Run(layer.Images, workers, work => PooledConvolution<float>.Forward<TestIdentity, AveragePool>(work, layer.Shape, Window(pool), layer.X, layer.W, layer.B, p, layer.NewScratch()));
            Numbers.AssertSameBits(means, p, what + "means");
            Workers.Run(layer.Images, workers, work => PooledConvolution<float>.Forward<TestQuadratic, AveragePool>(work, layer.Shape, Window(pool), layer.X, layer.W, layer.B, p, layer.NewScratch(), [0.5f, 1.5f]));
            Numbers.AssertSameBits(quadratic, p, what + "means of an activation");
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_has_the_bits_of_the_layers_at_every_width_and_any_number_of_workers(string name, int window)
    {
        (ConvolutionCase layer, PoolDefinition pool) = (Coarse(name), Pool(name, window));
        float[] y = [.. layer.Definition.PreActivation(layer.X, layer.W, layer.B).Select(v => MathF.Max(0.25f * v, v))];
        float[] g = Numbers.Mixed(layer.Images * pool.OutputSize, seed: 5);
        float[] dy = [.. y.Chunk(layer.Shape.Output).Zip(g.Chunk(pool.OutputSize), pool.MaxGradient).SelectMany(static image => image)], dz = [.. dy.Zip(y, (d, v) => d * (v > 0 ? 1f : 0.25f))];
        float[] dw = layer.Definition.WeightGradient(layer.X, dz), db = DenseDefinition.ColumnSums(dz, layer.Images * layer.Shape.Positions, layer.Shape.Filters), dx = layer.Definition.InputGradient(dz, layer.W);
        EveryWay((workers, what) =>
        {
            float[] gradient = [.. g], weight = new float[dw.Length], bias = new float[db.Length], input = Unwritten(dx.Length), flipped = new float[dw.Length], padded = layer.NewPadded(), p = Unwritten(g.Length), places = Unwritten(g.Length);
            Workers.Run(layer.Images, workers, work =>
            {
                PooledConvolution<float>.Forward<TestLeaky, MaxPool>(work, layer.Shape, Window(pool), layer.X, layer.W, layer.B, p, padded, [0.25f], places);
                PooledConvolution<float>.Backward<TestLeaky>(work, layer.Shape, Window(pool), layer.Shape.Pads ? padded : layer.X, layer.W, gradient, places, weight, bias, input, flipped, Scratch(layer), ActivationOperand.Output, p, [0.25f]);
            });
            Numbers.AssertSameBits(dw, weight, what + "dW");
            Numbers.AssertSameBits(db, bias, what + "db");
            Numbers.AssertSameBits(dx, input, what + "dx");
        });
    }

    /// <summary>A cell that is NaN makes its window NaN, and then no cell gets the gradient.</summary>
    [Theory]
    [InlineData("one channel, 8 filters")]
    [InlineData("as in a small network")]
    public void A_window_with_NaN_is_NaN(string name)
    {
        (ConvolutionCase layer, PoolDefinition pool) = (Coarse(name), Pool(name, window: 0));
        float[] x = [.. layer.X];
        x[layer.Shape.Channels * (layer.Shape.Columns.Input + 3)] = float.NaN;
        float[] z = layer.Definition.PreActivation(x, layer.W, layer.B), expected = PerImage(layer, z, pool.Max), cells = [.. z.Chunk(layer.Shape.Output).SelectMany(pool.Places)];
        Assert.Contains(float.NaN, expected);
        Assert.Contains(4f, cells);
        EveryWay((workers, what) =>
        {
            float[] p = Unwritten(expected.Length), places = Unwritten(p.Length);
            Workers.Run(layer.Images, workers, work => PooledConvolution<float>.Forward<TestIdentity, MaxPool>(work, layer.Shape, Window(pool), x, layer.W, layer.B, p, default, default, places));
            Numbers.AssertSameBits(expected, p, what + "p");
            Numbers.AssertSameBits(cells, places, what + "places");
        });
    }

    [Fact]
    public void Gradients_of_doubles_follow_the_same_order()
    {
        (ConvolutionCase layer, PoolDefinition pool) = (Coarse("as in a small network"), Pool("as in a small network", window: 0));
        double[] x = [.. layer.X], w = [.. layer.W], b = [.. layer.B], g = [.. Numbers.Mixed(layer.Images * pool.OutputSize, seed: 5)];
        double[] p = new double[g.Length], places = new double[g.Length];
        double[]? expected = null;
        foreach (int width in Widths.All)
        {
            double[] gradient = [.. g], weight = new double[w.Length], bias = new double[b.Length], input = new double[x.Length], flipped = new double[w.Length], scratch = new double[Scratch(layer).Length];
            Widths.Force(width, () =>
            {
                PooledConvolution<double>.Forward<TestIdentity, MaxPool>(new Work(layer.Images), layer.Shape, Window(pool), x, w, b, p, default, default, places);
                PooledConvolution<double>.Backward<TestIdentity>(new Work(layer.Images), layer.Shape, Window(pool), x, w, gradient, places, weight, bias, input, flipped, scratch);
            });
            double[] all = [.. weight, .. bias, .. input];
            Assert.Equal(expected ?? all, all);
            expected = all;
        }
    }

    [Fact]
    public void No_rows_give_zero_gradients()
    {
        ConvolutionCase layer = ConvolutionCase.All["as in a small network"];
        foreach (int workers in (int[])[1, 3])
        {
            float[] weight = [.. layer.W], bias = [.. layer.B];
            Workers.Run(0, workers, work => PooledConvolution<float>.Forward<TestIdentity, MaxPool>(work, layer.Shape, Window(Pool("as in a small network", 0)), [], layer.W, layer.B, []));
            Workers.Run(0, workers, work => PooledConvolution<float>.Backward<TestIdentity>(work, layer.Shape, Window(Pool("as in a small network", 0)), [], layer.W, [], [], weight, bias, [], [], Scratch(layer)));
            Assert.All(weight, value => Assert.Equal(0f, value));
            Assert.All(bias, value => Assert.Equal(0f, value));
        }
    }

    private static PoolDefinition Pool(string name, int window)
    {
        ConvolutionShape shape = ConvolutionCase.All[name].Shape;
        return new((shape.Rows.Output, shape.Columns.Output), shape.Filters, Windows[window].Size, Windows[window].Stride, (0, 0));
    }

    /// <summary>The case with small integers, so that many windows have several cells that are largest.</summary>
    private static ConvolutionCase Coarse(string name)
    {
        ConvolutionCase layer = ConvolutionCase.All[name], coarse = new(layer.Images, layer.Shape);
        foreach (float[] values in (float[][])[coarse.X, coarse.B])
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = MathF.Round(values[i]);
        }
        for (int i = 0; i < coarse.W.Length; i++)
            coarse.W[i] = i % 5 == 0 ? coarse.W[i] : MathF.Round(coarse.W[i]);
        return coarse;
    }

    private static PoolWindow Window(PoolDefinition pool) => new(pool.Image, pool.Channels, pool.Size, pool.Stride, pool.Padding);

    /// <summary>Dirty, as workspaces are.</summary>
    private static float[] Scratch(ConvolutionCase layer) => Unwritten(layer.Shape.Output + layer.NewPaddedGradient().Length);

    private static float[] Unwritten(int length)
    {
        float[] memory = new float[length];
        Array.Fill(memory, float.NaN);
        return memory;
    }

    private static float[] PerImage(ConvolutionCase layer, float[] y, Func<float[], float[]> map) => [.. y.Chunk(layer.Shape.Output).SelectMany(map)];

    private static void EveryWay(Action<int, string> check)
    {
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 3])
                    check(workers, $"width {width}, {workers} workers: ");
            });
        }
    }
}
