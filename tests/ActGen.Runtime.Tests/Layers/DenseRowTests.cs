using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>One row alone takes other ways than a batch: through mostly zeros, through a matrix that is larger than the near caches. The bits are the same.</summary>
[Collection(nameof(Widths))]
public sealed class DenseRowTests
{
    [Theory]
    [InlineData(64, 8)]
    [InlineData(65, 31)]
    [InlineData(81, 64)]
    [InlineData(64, 65)]
    [InlineData(65, 80)]
    [InlineData(79, 127)]
    [InlineData(784, 128)]
    [InlineData(301, 257)]
    [InlineData(4096, 65)]
    [InlineData(4097, 65)]
    public void Zeros_that_are_skipped_change_no_bit(int inputs, int outputs)
    {
        float[] w = Numbers.Mixed(inputs * outputs, seed: 1), b = Numbers.Mixed(outputs, seed: 2);
        foreach (double share in (double[])[0, 0.5, 0.59, 0.61, 0.9, 1])
        {
            float[] x = Sparse(inputs, share);
            AssertDefinition(x, w, b, inputs, outputs, $"{share:P0} zeros: ");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(70)]
    public void A_single_element_is_found_wherever_it_is(int place)
    {
        const int Inputs = 71, Outputs = 70;
        float[] w = Numbers.Mixed(Inputs * Outputs, seed: 1), b = Numbers.Mixed(Outputs, seed: 2);
        foreach (float value in (float[])[3f, -0f, float.Epsilon, float.NaN, float.NegativeInfinity])
        {
            float[] x = new float[Inputs];
            x[place] = value;
            AssertDefinition(x, w, b, Inputs, Outputs, $"{value} at {place}: ");
        }
    }

    [Fact]
    public void A_chain_that_underflows_to_minus_zero_before_skipped_zeros_leaves_as_plus_zero()
    {
        float[] x = new float[64], w = new float[64 * 80], y = new float[80];
        x[0] = -1e-30f;
        w.AsSpan().Fill(1e-30f);
        Dense<float>.Forward<TestIdentity>(new Work(1), x, w, default, y);
        Assert.All(y, value => Assert.Equal(0, BitConverter.SingleToInt32Bits(value)));
    }

    /// <summary>The 0 is added to the bias before the chain comes to it.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(40)]
    [InlineData(80)]
    public void A_chain_and_a_bias_of_minus_zero_leave_as_plus_zero(int outputs)
    {
        const int Inputs = 16, Rows = 13;
        float[] x = new float[Rows * Inputs], w = new float[Inputs * outputs], b = new float[outputs];
        Array.Fill(x, -1e-30f);
        Array.Fill(w, 1e-30f);
        Array.Fill(b, -0f);
        foreach (int width in (int[])[0, .. Widths.All])
        {
            foreach (int rows in (int[])[1, Rows])
            {
                float[] y = new float[rows * outputs];
                Array.Fill(y, float.NaN);
                Widths.Force(width, () => Dense<float>.Infer<TestIdentity>(new Work(rows), Inputs, outputs, x.AsSpan(0, rows * Inputs), w, b, y));
                Numbers.AssertSameBits(new float[y.Length], y, $"width {width}, {rows} rows: y");
            }
        }
    }

    [Fact]
    public void Zeros_are_skipped_in_double_too()
    {
        const int Inputs = 83, Outputs = 71;
        double[] x = Array.ConvertAll(Sparse(Inputs, 0.8), value => (double)value), w = Array.ConvertAll(Numbers.Mixed(Inputs * Outputs, seed: 1), value => (double)value), y = new double[Outputs];
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () => Dense<double>.Forward<TestIdentity>(new Work(1), x, w, default, y));
            Assert.Equal(DenseDefinition.PreActivation(x, w, bias: null, 1, Inputs, Outputs), y);
        }
    }

    [Theory]
    [InlineData(520, 137)]
    [InlineData(513, 144)]
    [InlineData(9, 8000)]
    [InlineData(16, 5001)]
    [InlineData(7, 10007)]
    [InlineData(1, 70001)]
    public void A_large_matrix_that_is_read_in_order_gives_the_same_bits(int inputs, int outputs)
    {
        float[] x = Numbers.Mixed(inputs, seed: 3), w = Numbers.Mixed(inputs * outputs, seed: 1), b = Numbers.Mixed(outputs, seed: 2);
        AssertDefinition(x, w, b, inputs, outputs, "");
    }

    [Fact]
    public void Nothing_is_skipped_where_no_zero_is_added_at_the_end()
    {
        // The input gradient stores the chain itself: −0 stays −0, as in a batch.
        const int Inputs = 40, Outputs = 64;
        float[] x = Numbers.Mixed(2 * Inputs, seed: 3), w = Numbers.Mixed(Inputs * Outputs, seed: 1), g = new float[2 * Outputs];
        (g[0], g[Outputs]) = (-1e-38f, -1e-38f);
        w[0] = 1e-30f;
        float[] batch = Backward(2, x, w, g), alone = Backward(1, x.AsSpan(0, Inputs), w, g.AsSpan(0, Outputs));
        Numbers.AssertSameBits(batch.AsSpan(0, Inputs), alone, "dx");
    }

    [Fact]
    public void A_predicted_row_has_the_bits_of_the_definition()
    {
        foreach (int inputs in (int[])[1, 2, 3, 4, 5, 7, 8, 13, 64])
        {
            foreach (int outputs in (int[])[1, 2, 3, 4, 5, 8, 9, 10, 16, 17, 31, 33, 48, 49, 63, 64, 65, 130])
            {
                float[] x = Numbers.Mixed(inputs, seed: 3), w = Numbers.Mixed(inputs * outputs, seed: 1), b = Numbers.Mixed(outputs, seed: 2);
                float[] expected = DenseDefinition.PreActivation(x, w, b, 1, inputs, outputs), withoutBias = DenseDefinition.PreActivation(x, w, bias: null, 1, inputs, outputs), y = new float[outputs];
                Dense<float>.Infer<TestIdentity>(new Work(1), inputs, outputs, x, w, b, y);
                Numbers.AssertSameBits(expected, y, $"{inputs} → {outputs}: y");
                Dense<float>.Infer<TestIdentity>(new Work(1), inputs, outputs, x, w, default, y);
                Numbers.AssertSameBits(withoutBias, y, $"{inputs} → {outputs} without a bias: y");
                if (outputs > 64)
                    continue;
                AssertRow<SimdScalar<float>>(expected, x, w, b);
                AssertRow<Simd128<float>>(expected, x, w, b);
                AssertRow<Simd256<float>>(expected, x, w, b);
                AssertRow<Simd512<float>>(expected, x, w, b);
            }
        }
    }

    [Fact]
    public void A_predicted_row_of_any_activation_has_the_bits_of_a_batch()
    {
        float[] x = Numbers.Mixed(2 * 11, seed: 3), w = Numbers.Mixed(11 * 40, seed: 1), b = Numbers.Mixed(40, seed: 2);
        foreach (int outputs in (int[])[1, 3, 10, 16, 17, 40])
        {
            AssertAsInBatch<Formulas.ReLU>(outputs);
            AssertAsInBatch<Formulas.Tanh>(outputs);
            AssertAsInBatch<Formulas.GELU>(outputs);
            AssertAsInBatch<Formulas.LeakyReLU>(outputs, [0.25f]);
        }

        void AssertAsInBatch<TActivation>(int outputs, float[]? parameters = null)
            where TActivation : IActivation
        {
            float[] batch = new float[2 * outputs], alone = new float[outputs];
            Dense<float>.Infer<TActivation>(new Work(2), 11, outputs, x, w.AsSpan(0, 11 * outputs), b.AsSpan(0, outputs), batch, parameters);
            Dense<float>.Infer<TActivation>(new Work(1), 11, outputs, x.AsSpan(11), w.AsSpan(0, 11 * outputs), b.AsSpan(0, outputs), alone, parameters);
            Numbers.AssertSameBits(batch.AsSpan(outputs), alone, $"{typeof(TActivation).Name} of {outputs}: y");
        }
    }

    private static void AssertRow<TVector>(float[] expected, float[] x, float[] w, float[] b)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        float[] y = new float[expected.Length];
        // A vector that covers more than twice the outputs would read beyond the weights; none is chosen.
        if (TVector.Count > 2 * y.Length)
            return;
        DenseRow<float, TestIdentity>.Run<TVector>(in x[0], in w[0], in b[0], ref y[0], x.Length, y.Length);
        Numbers.AssertSameBits(expected, y, $"{TVector.Count} lanes, {x.Length} → {y.Length}: y");
    }

    private static float[] Backward(int rows, ReadOnlySpan<float> x, float[] w, ReadOnlySpan<float> g)
    {
        float[] dx = new float[x.Length], dw = new float[w.Length], scratch = new float[w.Length];
        Dense<float>.Backward<TestIdentity>(new Work(rows), x, w, g.ToArray(), dw, default, dx, scratch);
        return dx;
    }

    private static void AssertDefinition(float[] x, float[] w, float[] b, int inputs, int outputs, string what)
    {
        float[] expected = DenseDefinition.PreActivation(x, w, b, 1, inputs, outputs), y = new float[outputs];
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                Dense<float>.Forward<TestIdentity>(new Work(1), x, w, b, y);
                Numbers.AssertSameBits(expected, y, $"{what}width {width}: z");
            });
        }
    }

    private static float[] Sparse(int length, double share)
    {
        Random random = new(5);
        float[] x = Numbers.Mixed(length, seed: 4);
        for (int i = 0; i < length; i++)
            x[i] = random.NextDouble() < share ? 0f : x[i] == 0 ? 1f : x[i];
        return x;
    }
}
