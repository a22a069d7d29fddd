using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>Rows with few classes are taken as many at once as vectors have lanes, some vectors together. Each has the bits that it has alone.</summary>
[Collection(nameof(Widths))]
public sealed class CrossEntropyBatchTests
{
    private const int Ignored = -7;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_row_of_any_batch_has_the_bits_of_a_row_alone(bool isWeighted, bool hasIgnored)
    {
        foreach (int classes in (int[])[1, 2, 3, 4, 5, 10, 32])
        {
            float[] weights = isWeighted ? [.. Enumerable.Range(0, classes).Select(static c => 0.25f * c)] : [];
            foreach (int rows in (int[])[1, 15, 16, 17, 33, 63, 64, 65, 80, 129, 147])
            {
                float[] logits = Numbers.Mixed(rows * classes, seed: rows);
                int[] labels = [.. Enumerable.Range(0, rows).Select(row => hasIgnored && row % 5 == 3 ? Ignored : row * 7 % classes)];
                float[] losses = new float[rows], gradient = new float[logits.Length];
                for (int row = 0; row < rows; row++)
                {
                    Range own = (row * classes)..((row + 1) * classes);
                    Run(logits.AsSpan(own), labels.AsSpan(row, 1), losses.AsSpan(row, 1), gradient.AsSpan(own));
                }
                foreach (int width in Widths.All)
                {
                    float[] batchLosses = new float[rows], batchGradient = new float[logits.Length];
                    Widths.Force(width, () => Run(logits, labels, batchLosses, batchGradient));
                    string what = $"{rows} rows of {classes}, width {width}: ";
                    Numbers.AssertSameBits(losses, batchLosses, what + "losses");
                    Numbers.AssertSameBits(gradient, batchGradient, what + "gradient");
                }
            }

            void Run(ReadOnlySpan<float> x, ReadOnlySpan<int> y, Span<float> losses, Span<float> gradient) =>
                LossKernels<float>.CrossEntropyRows(x, y, default, losses, gradient, classes, 0, weights, Ignored, divisor: 9);
        }
    }
}
