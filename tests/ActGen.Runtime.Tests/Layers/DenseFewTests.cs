using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Layers of few inputs or outputs have kernels of their own, one for each number of them. The bits are those of all others.</summary>
[Collection(nameof(Widths))]
public sealed class DenseFewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    public void Every_small_layer_has_the_bits_of_its_definition(int rows)
    {
        foreach (int inputs in (int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 31, 32, 48, 70])
        {
            for (int outputs = 1; outputs <= 20; outputs++)
                AssertLayer(rows, inputs, outputs, Widths.All);
        }
    }

    /// <summary>Chunks of rows, panels of inputs, and the widths at which few inputs or outputs are no longer few.</summary>
    [Theory]
    [InlineData(257, 4, 16)]
    [InlineData(256, 12, 20)]
    [InlineData(600, 5, 32)]
    [InlineData(300, 16, 3)]
    [InlineData(257, 64, 10)]
    [InlineData(520, 200, 12)]
    [InlineData(258, 131, 7)]
    [InlineData(18, 256, 4)]
    [InlineData(18, 272, 2)]
    public void Chunks_and_panels_change_no_bit(int rows, int inputs, int outputs) => AssertLayer(rows, inputs, outputs, Widths.All);

    [Fact]
    public void A_layer_in_double_has_the_same_order()
    {
        foreach ((int rows, int inputs, int outputs) in ((int, int, int)[])[(9, 4, 16), (33, 12, 9), (17, 16, 3), (300, 5, 8), (270, 21, 10)])
        {
            double[] x = Doubles(rows * inputs, 1), w = Doubles(inputs * outputs, 2), b = Doubles(outputs, 3), g = Doubles(rows * outputs, 4);
            foreach (int width in Widths.All)
            {
                double[] y = new double[rows * outputs], gradient = [.. g], dw = new double[w.Length], db = new double[outputs], dx = new double[x.Length], scratch = new double[w.Length];
                Widths.Force(width, () =>
                {
                    Dense<double>.Forward<TestIdentity>(new Work(rows), x, w, b, y);
                    Dense<double>.Backward<TestIdentity>(new Work(rows), x, w, gradient, dw, db, dx, scratch);
                });
                Assert.Equal(DenseDefinition.PreActivation(x, w, b, rows, inputs, outputs), y);
                Assert.Equal(DenseDefinition.WeightGradient(x, g, rows, inputs, outputs), dw);
                Assert.Equal(DenseDefinition.ColumnSums(g, rows, outputs), db);
                Assert.Equal(DenseDefinition.InputGradient(g, w, rows, inputs, outputs), dx);
            }
        }
    }

    [Fact]
    public void Nothing_beyond_the_results_is_written()
    {
        foreach ((int rows, int inputs, int outputs) in ((int, int, int)[])[(9, 4, 16), (9, 5, 18), (9, 16, 3), (17, 16, 3), (17, 16, 4), (9, 33, 9)])
        {
            const int Margin = 16;
            float[] x = Numbers.Mixed(rows * inputs, 1), w = Numbers.Mixed(inputs * outputs, 2), b = Numbers.Mixed(outputs, 3), g = Numbers.Mixed(rows * outputs, 4);
            float[] y = Filled(rows * outputs), dw = Filled(w.Length), db = Filled(outputs), dx = Filled(x.Length), scratch = Filled(w.Length);
            Dense<float>.Forward<TestIdentity>(new Work(rows), x, w, b, Inner(y));
            Dense<float>.Backward<TestIdentity>(new Work(rows), x, w, g, Inner(dw), Inner(db), Inner(dx), Inner(scratch));
            foreach (float[] array in (float[][])[y, dw, db, dx, scratch])
            {
                Assert.All(array[..Margin], value => Assert.Equal(7f, value));
                Assert.All(array[^Margin..], value => Assert.Equal(7f, value));
            }

            static Span<float> Inner(float[] array) => array.AsSpan(Margin, array.Length - (2 * Margin));
            static float[] Filled(int length)
            {
                float[] array = new float[length + (2 * Margin)];
                Array.Fill(array, 7f);
                return array;
            }
        }
    }

    private static void AssertLayer(int rows, int inputs, int outputs, int[] widths)
    {
        float[] x = Numbers.Mixed(rows * inputs, seed: 1), w = Numbers.Mixed(inputs * outputs, seed: 2), b = Numbers.Mixed(outputs, seed: 3), g = Numbers.Mixed(rows * outputs, seed: 4);
        float[] z = DenseDefinition.PreActivation(x, w, b, rows, inputs, outputs), y = [.. z.Select(static v => v > 0 ? v : 0f)];
        float[] dz = [.. g.Zip(y, static (gradient, v) => gradient * (v > 0 ? 1f : 0f))];
        float[] scaled = [.. g.Zip(z, static (gradient, v) => gradient * v)];
        float[] dw = DenseDefinition.WeightGradient(x, dz, rows, inputs, outputs), db = DenseDefinition.ColumnSums(dz, rows, outputs);
        float[] dx = DenseDefinition.InputGradient(dz, w, rows, inputs, outputs);
        float[] scaledWeights = DenseDefinition.WeightGradient(x, scaled, rows, inputs, outputs);
        Work work = new(rows);
        foreach (int width in widths)
        {
            Widths.Force(width, () =>
            {
                string what = $"{rows} rows, {inputs} → {outputs}, width {width}: ";
                float[] output = new float[y.Length], gradient = [.. g], weight = new float[w.Length], bias = new float[outputs], input = new float[x.Length], scratch = new float[w.Length];
                Dense<float>.Forward<Formulas.ReLU>(work, x, w, b, output, keeps: ActivationOperand.Output);
                Numbers.AssertSameBits(y, output, what + "y");
                Dense<float>.Backward<Formulas.ReLU>(work, x, w, gradient, weight, bias, input, scratch, ActivationOperand.Output, y);
                Numbers.AssertSameBits(dz, gradient, what + "dz");
                Numbers.AssertSameBits(dw, weight, what + "dW");
                Numbers.AssertSameBits(db, bias, what + "db");
                Numbers.AssertSameBits(dx, input, what + "dx");

                (gradient, weight, bias) = ([.. g], new float[w.Length], new float[outputs]);
                Dense<float>.Backward<Formulas.ReLU>(work, x, w, gradient, weight, bias, default, default, ActivationOperand.Output, y);
                Numbers.AssertSameBits(dw, weight, what + "dW, nobody asks for dx");
                Numbers.AssertSameBits(db, bias, what + "db, nobody asks for dx");

                (gradient, weight) = ([.. g], new float[w.Length]);
                Dense<float>.Backward<TestQuadratic>(work, x, w, gradient, weight, default, default, default, ActivationOperand.Derivative, z, [0.5f, 1.5f]);
                Numbers.AssertSameBits(scaled, gradient, what + "dz from the derivative");
                Numbers.AssertSameBits(scaledWeights, weight, what + "dW from the derivative");
            });
        }
    }

    private static double[] Doubles(int length, int seed) => Array.ConvertAll(Numbers.Mixed(length, seed), static value => value * 1.1);
}
