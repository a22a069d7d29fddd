using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

[Collection(nameof(Widths))]
public sealed class ElementwiseTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(2, 16)]
    [InlineData(5, 17)]
    [InlineData(255, 3)]
    [InlineData(256, 2)]
    [InlineData(257, 33)]
    [InlineData(513, 7)]
    [InlineData(2, 4099)]
    public void Both_directions_have_the_bits_of_their_definition_at_every_width_and_any_number_of_workers(int rows, int width)
    {
        float[] parameters = [0.5f, 1.5f], x = Numbers.Mixed(rows * width, seed: 7), g = Numbers.Mixed(rows * width, seed: 8);
        float[] y = [.. x.Select(v => v * MathF.FusedMultiplyAdd(0.5f, v, 1.5f))], slope = [.. x.Select(v => MathF.FusedMultiplyAdd(1f, v, 1.5f))];
        float[] dx = [.. g.Zip(slope, (gradient, d) => gradient * d)];
        float[] learned = [Learned(x, g, width, v => v * v), Learned(x, g, width, v => v)];
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    string what = $"width {lanes}, {workers} workers: ";
                    float[] output = new float[x.Length], kept = new float[x.Length], inPlace = [.. x], gradient = [.. g], ofParameters = new float[2], sums = new float[2 * rows];
                    Workers.Run(rows, workers, work => Elementwise<float>.Forward<TestQuadratic>(work, x, output, parameters, ActivationOperand.Derivative, kept));
                    Numbers.AssertSameBits(y, output, what + "y");
                    Numbers.AssertSameBits(slope, kept, what + "f′");
                    Workers.Run(rows, workers, work => Elementwise<float>.Forward<TestQuadratic>(work, inPlace, inPlace, parameters, ActivationOperand.Input, kept));
                    Numbers.AssertSameBits(y, inPlace, what + "y in place");
                    Numbers.AssertSameBits(x, kept, what + "kept x");
                    Workers.Run(rows, workers, work => Elementwise<float>.Backward<TestQuadratic>(work, gradient, ActivationOperand.Input, x, parameters, ofParameters, sums));
                    Numbers.AssertSameBits(dx, gradient, what + "dx");
                    Numbers.AssertSameBits(learned, ofParameters, what + "learned parameters");
                }
            });
        }
    }

    [Fact]
    public void A_dense_layer_hands_over_the_gradients_of_learned_parameters()
    {
        float[] parameters = [0.5f, 1.5f], x = Numbers.Mixed(300 * 4, seed: 1), w = Numbers.Mixed(4 * 6, seed: 2), z = Numbers.Mixed(300 * 6, seed: 3), g = Numbers.Mixed(300 * 6, seed: 4);
        foreach (int workers in (int[])[1, 3])
        {
            float[] gradient = [.. g], dw = new float[24], ofParameters = new float[2], sums = new float[600];
            Workers.Run(300, workers, work => Dense<float>.Backward<TestQuadratic>(work, x, w, gradient, dw, default, default, default, ActivationOperand.Input, z, parameters, ofParameters, sums));
            Numbers.AssertSameBits([Learned(z, g, 6, v => v * v), Learned(z, g, 6, v => v)], ofParameters, $"{workers} workers: learned parameters");
        }
    }

    /// <summary>Each row by the order of row sums, rows in chunks of 256, chunks ascending.</summary>
    private static float Learned(float[] x, float[] g, int width, Func<float, float> derivative)
    {
        float[] rows = [.. x.Zip(g, (v, gradient) => gradient * derivative(v)).Chunk(width).Select(RowDefinition.Sum)];
        return DenseDefinition.ColumnSums(rows, rows.Length, 1)[0];
    }
}
