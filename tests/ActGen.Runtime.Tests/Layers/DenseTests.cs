using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Layers;

[Collection(nameof(Widths))]
public sealed class DenseTests
{
    /// <summary>Sizes 1, primes, vector widths ± 1, chunk ± 1.</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 5, 3 }, { 1, 17, 10 }, { 1, 31, 128 }, { 1, 7, 203 }, { 2, 3, 2 }, { 3, 4, 4 }, { 5, 13, 7 },
        { 7, 8, 9 }, { 11, 16, 8 }, { 12, 15, 15 }, { 13, 17, 16 }, { 14, 31, 17 }, { 23, 33, 31 }, { 32, 64, 33 }, { 33, 10, 47 },
        { 20, 67, 65 }, { 28, 80, 79 }, { 29, 113, 81 }, { 43, 3, 129 }, { 5, 127, 34 }, { 13, 129, 18 }, { 6, 207, 33 },
        { 255, 6, 5 }, { 256, 5, 18 }, { 257, 4, 33 }, { 513, 3, 17 }, { 37, 1, 64 }, { 41, 64, 1 },
        { 19, 9, 63 }, { 20, 9, 65 }, { 21, 10, 32 }, { 8, 3, 10 }, { 1, 4, 65 },
        // Fewer rows than outputs: workers share outputs forward and inputs back, each with panels of Wᵀ of its own; some have none.
        { 10, 290, 70 }, { 2, 33, 66 },
        // At least 64 outputs for each worker, and steps: they hand chains on. A last piece of up to two. Where somebody would have no steps, they share outputs.
        { 5, 48, 128 }, { 6, 50, 159 }, { 3, 100, 200 }, { 2, 65, 257 }, { 4, 16, 130 }, { 3, 32, 200 }, { 6, 33, 192 },
        // Few outputs of many inputs: dWᵀ in panels of 64 inputs.
        { 17, 65, 3 }, { 9, 79, 15 }, { 258, 80, 2 }, { 520, 81, 10 }, { 2, 143, 1 }, { 5, 257, 14 },
        // Many inputs and outputs: dW from copies; the second chunk is added.
        { 128, 257, 97 }, { 300, 259, 96 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_has_the_bits_of_its_definition_at_every_width_and_any_number_of_workers(int rows, int inputs, int outputs)
    {
        Layer layer = new(rows, inputs, outputs);
        float[] z = DenseDefinition.PreActivation(layer.X, layer.W, layer.B, rows, inputs, outputs);
        float[] leaky = [.. z.Select(v => MathF.Max(0.25f * v, v))];
        float[] quadratic = [.. z.Select(v => v * MathF.FusedMultiplyAdd(0.5f, v, 1.5f))];
        float[] slope = [.. z.Select(v => MathF.FusedMultiplyAdd(1f, v, 1.5f))];
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    string what = $"width {width}, {workers} workers: ";
                    float[] y = layer.NewOutput(), kept = layer.NewOutput();
                    Workers.Run(rows, workers, work => Dense<float>.Forward<TestIdentity>(work, layer.X, layer.W, layer.B, y));
                    Numbers.AssertSameBits(z, y, what + "z");
                    Workers.Run(rows, workers, work => Dense<float>.Forward<TestLeaky>(work, layer.X, layer.W, layer.B, y, [0.25f], ActivationOperand.Output));
                    Numbers.AssertSameBits(leaky, y, what + "leaky y");
                    Workers.Run(rows, workers, work => Dense<float>.Forward<TestLeaky>(work, layer.X, layer.W, layer.B, y, [0.25f], ActivationOperand.Input, kept));
                    Numbers.AssertSameBits(leaky, y, what + "leaky y beside x");
                    Numbers.AssertSameBits(z, kept, what + "leaky x");
                    Workers.Run(rows, workers, work => Dense<float>.Forward<TestQuadratic>(work, layer.X, layer.W, layer.B, y, [0.5f, 1.5f]));
                    Numbers.AssertSameBits(quadratic, y, what + "quadratic y");
                    Workers.Run(rows, workers, work => Dense<float>.Forward<TestQuadratic>(work, layer.X, layer.W, layer.B, y, [0.5f, 1.5f], ActivationOperand.Derivative, kept));
                    Numbers.AssertSameBits(quadratic, y, what + "quadratic y beside its derivative");
                    Numbers.AssertSameBits(slope, kept, what + "quadratic derivative");
                }
            });
        }
    }

    [Theory]
    [InlineData(32, 784, 128, 2, true)]
    [InlineData(1, 784, 128, 2, false)]
    [InlineData(32, 784, 127, 2, false)]
    [InlineData(32, 784, 168, 2, false)]
    // Steps are cut at multiples of 16: each worker has some, or one has none.
    [InlineData(2, 17, 128, 2, true)]
    [InlineData(2, 16, 512, 2, false)]
    [InlineData(2, 48, 512, 4, false)]
    // Eight inputs for each row.
    [InlineData(32, 256, 128, 2, true)]
    [InlineData(33, 256, 128, 2, false)]
    public void Chains_are_handed_on_where_they_are_less_than_weights_and_weights_stay_near_and_every_worker_has_outputs_and_steps(int rows, int inputs, int outputs, int workers, bool pays) =>
        Assert.Equal(pays, DenseRelay<float, TestIdentity>.Pays(new Work(rows, 0, workers, new WorkerBarrier(workers)), inputs, outputs));

    [Fact]
    public void Without_a_bias_only_the_zero_is_added()
    {
        Layer layer = new(6, 5, 20);
        float[] expected = DenseDefinition.PreActivation(layer.X, layer.W, bias: null, 6, 5, 20), y = layer.NewOutput();
        Dense<float>.Forward<TestIdentity>(new Work(6), layer.X, layer.W, default, y);
        Numbers.AssertSameBits(expected, y, "z");
    }

    [Fact]
    public void A_product_that_underflows_to_minus_zero_leaves_as_plus_zero()
    {
        float[] y = new float[1];
        Dense<float>.Forward<TestIdentity>(new Work(1), [-1e-30f], [1e-30f], default, y);
        Assert.Equal(0, BitConverter.SingleToInt32Bits(y[0]));
    }

    [Fact]
    public void A_row_alone_has_the_bits_it_has_in_a_batch()
    {
        Layer layer = new(45, 29, 150);
        float[] batch = layer.NewOutput(), alone = new float[150];
        Dense<float>.Forward<TestLeaky>(new Work(45), layer.X, layer.W, layer.B, batch, [0.1f]);
        for (int row = 0; row < 45; row++)
        {
            Dense<float>.Forward<TestLeaky>(new Work(1), layer.X.AsSpan(row * 29, 29), layer.W, layer.B, alone, [0.1f]);
            Numbers.AssertSameBits(batch.AsSpan(row * 150, 150), alone, $"row {row}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Backward_has_the_bits_of_its_definition_at_every_width_and_any_number_of_workers(int rows, int inputs, int outputs)
    {
        Layer layer = new(rows, inputs, outputs);
        float[] z = DenseDefinition.PreActivation(layer.X, layer.W, layer.B, rows, inputs, outputs);
        float[] y = [.. z.Select(v => MathF.Max(0.25f * v, v))];
        float[] dz = [.. layer.G.Zip(y, (g, v) => g * (v > 0 ? 1f : 0.25f))];
        float[] dw = DenseDefinition.WeightGradient(layer.X, dz, rows, inputs, outputs);
        float[] db = DenseDefinition.ColumnSums(dz, rows, outputs);
        float[] dx = DenseDefinition.InputGradient(dz, layer.W, rows, inputs, outputs);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    string what = $"width {width}, {workers} workers: ";
                    float[] gradient = [.. layer.G], weight = new float[dw.Length], bias = new float[outputs], input = new float[dx.Length], scratch = new float[dw.Length];
                    Workers.Run(rows, workers, work => Dense<float>.Backward<TestLeaky>(work, layer.X, layer.W, gradient, weight, bias, input, scratch, ActivationOperand.Output, y, [0.25f]));
                    Numbers.AssertSameBits(dz, gradient, what + "dz");
                    Numbers.AssertSameBits(dw, weight, what + "dW");
                    Numbers.AssertSameBits(db, bias, what + "db");
                    Numbers.AssertSameBits(dx, input, what + "dx");
                }
            });
        }
    }

    [Fact]
    public void Backward_makes_only_what_is_asked_for()
    {
        Layer layer = new(9, 6, 4);
        float[] gradient = [.. layer.G], weight = new float[24];
        Dense<float>.Backward<TestIdentity>(new Work(9), layer.X, layer.W, gradient, weight, default, default, default);
        Numbers.AssertSameBits(layer.G, gradient, "dz");
        Numbers.AssertSameBits(DenseDefinition.WeightGradient(layer.X, layer.G, 9, 6, 4), weight, "dW");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Backward_multiplies_by_the_kept_derivative_or_the_derivative_at_the_kept_input(int workers)
    {
        Layer layer = new(10, 3, 7);
        float[] z = DenseDefinition.PreActivation(layer.X, layer.W, layer.B, 10, 3, 7);
        float[] slope = [.. z.Select(v => MathF.FusedMultiplyAdd(1f, v, 1.5f))];
        float[] dz = [.. layer.G.Zip(slope, (g, d) => g * d)];
        float[] weight = new float[21], bias = new float[7];
        foreach ((ActivationOperand keeps, float[] kept) in ((ActivationOperand, float[])[])[(ActivationOperand.Derivative, slope), (ActivationOperand.Input, z)])
        {
            float[] gradient = [.. layer.G];
            Workers.Run(10, workers, work => Dense<float>.Backward<TestQuadratic>(work, layer.X, layer.W, gradient, weight, bias, default, default, keeps, kept, [0.5f, 1.5f]));
            Numbers.AssertSameBits(dz, gradient, $"dz from {keeps}");
        }
    }

    [Fact]
    public void No_rows_give_no_outputs_and_zero_gradients()
    {
        float[] w = Numbers.Mixed(12, seed: 1), weight = Numbers.Mixed(12, seed: 2), bias = Numbers.Mixed(4, seed: 3), parameter = [5f], scratch = new float[12];
        foreach (int workers in (int[])[1, 3])
        {
            Array.Fill(weight, 1f);
            Array.Fill(bias, 1f);
            Workers.Run(0, workers, work => Dense<float>.Forward<TestLeaky>(work, [], w, bias, [], [0.25f], ActivationOperand.Output));
            Workers.Run(0, workers, work => Dense<float>.Backward<TestLeaky>(work, [], w, [], weight, bias, [], scratch, ActivationOperand.Output, [], [0.25f], parameter));
            Numbers.AssertSameBits(new float[12], weight, "dW");
            Numbers.AssertSameBits(new float[4], bias, "db");
            Numbers.AssertSameBits(new float[1], parameter, "dp");
        }
    }

    [Fact]
    public void A_layer_in_double_follows_the_same_order()
    {
        Layer layer = new(19, 11, 21);
        double[] x = [.. layer.X], w = [.. layer.W], b = [.. layer.B], y = new double[19 * 21];
        double[] z = DenseDefinition.PreActivation(x, w, b, 19, 11, 21);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () => Dense<double>.Forward<TestLeaky>(new Work(19), x, w, b, y, [0.25]));
            for (int i = 0; i < y.Length; i++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(Math.Max(0.25 * z[i], z[i])), BitConverter.DoubleToInt64Bits(y[i]));
        }
    }

    [Theory]
    [InlineData(4, 16)]
    [InlineData(16, 3)]
    [InlineData(64, 64)]
    [InlineData(64, 10)]
    [InlineData(5, 63)]
    [InlineData(6, 65)]
    [InlineData(3, 48)]
    [InlineData(2, 1)]
    [InlineData(7, 2)]
    [InlineData(29, 17)]
    public void Any_number_of_rows_has_the_bits_of_the_definition(int inputs, int outputs)
    {
        for (int rows = 1; rows <= 33; rows++)
        {
            // Exact lengths: what is read or written beyond an end would be another array's.
            Layer layer = new(rows, inputs, outputs);
            float[] expected = DenseDefinition.PreActivation(layer.X, layer.W, layer.B, rows, inputs, outputs);
            foreach (int width in Widths.All)
            {
                float[] y = layer.NewOutput();
                Widths.Force(width, () => Dense<float>.Forward<TestIdentity>(new Work(rows), layer.X, layer.W, layer.B, y));
                Numbers.AssertSameBits(expected, y, $"width {width}, {rows} rows: z");
            }
        }
    }

    [Fact]
    public void Nothing_beyond_the_outputs_is_written()
    {
        Layer layer = new(9, 6, 10);
        foreach (int width in Widths.All)
        {
            foreach (int rows in (int[])[1, 9])
            {
                float[] y = new float[(rows * 10) + 32];
                Array.Fill(y, 7f);
                Widths.Force(width, () => Dense<float>.Forward<TestIdentity>(new Work(rows), layer.X.AsSpan(0, rows * 6), layer.W, layer.B, y.AsSpan(16, rows * 10)));
                Assert.All(y[..16], value => Assert.Equal(7f, value));
                Assert.All(y[^16..], value => Assert.Equal(7f, value));
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Layer layer = new(32, 40, 24);
        float[] parameters = [0.5f, 1.5f], y = layer.NewOutput(), kept = layer.NewOutput(), gradient = [.. layer.G], weight = new float[960], bias = new float[24], input = new float[32 * 40], scratch = new float[960];
        // A literal span would not do: unoptimised code makes it by reflection.
        void Step()
        {
            Dense<float>.Forward<TestQuadratic>(new Work(32), layer.X, layer.W, layer.B, y, parameters, ActivationOperand.Derivative, kept);
            Dense<float>.Backward<TestQuadratic>(new Work(32), layer.X, layer.W, gradient, weight, bias, input, scratch, ActivationOperand.Derivative, kept, parameters);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Step));
    }

    private sealed class Layer(int rows, int inputs, int outputs)
    {
        public readonly float[] X = Numbers.Mixed(rows * inputs, seed: 1);
        public readonly float[] W = Numbers.Mixed(inputs * outputs, seed: 2);
        public readonly float[] B = Numbers.Mixed(outputs, seed: 3);
        public readonly float[] G = Numbers.Mixed(rows * outputs, seed: 4);

        public float[] NewOutput() => new float[rows * outputs];
    }
}
