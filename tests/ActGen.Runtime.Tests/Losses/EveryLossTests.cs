using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>What holds for every loss without exception: the same bits everywhere, NaN stays visible, nothing is allocated.</summary>
[Collection(nameof(Widths))]
public sealed class EveryLossTests
{
    public static TheoryData<string> Names => LossRun.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_width_and_number_of_workers_gives_the_same_bits(string name)
    {
        LossRun loss = LossRun.Named(name);
        foreach ((int rows, int width) in (ReadOnlySpan<(int, int)>)[(1, 2), (9, 2), (7, 4), (5, 18), (3, 66), (2, 4100)])
        {
            // Values of both signs, and probabilities, which are in the domain of every loss.
            float[] mixed = Numbers.Mixed(rows * width, seed: 1), targets = Unit(Numbers.Mixed(rows * loss.TargetWidth(width), seed: 2));
            int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 5 % width)];
            foreach (float[] outputs in (float[][])[mixed, Unit(mixed)])
            {
                (float[] Losses, float[] Gradient) Run(int lanes, int workers)
                {
                    float[] losses = new float[rows], gradient = new float[outputs.Length];
                    Widths.Force(lanes, () => Workers.Run(rows, workers, work => loss.Run(work, outputs, targets, labels, losses, gradient)));
                    return (losses, gradient);
                }

                (float[] losses, float[] gradient) = Run(VectorWidth.Scalar, 1);
                foreach ((int lanes, int workers) in (ReadOnlySpan<(int, int)>)[(128, 1), (256, 1), (512, 1), (VectorWidth.Scalar, 2), (512, 3)])
                {
                    (float[] otherLosses, float[] otherGradient) = Run(lanes, workers);
                    Numbers.AssertSameBits(losses, otherLosses, $"{rows}×{width}, {lanes} bits, {workers} workers: row losses");
                    Numbers.AssertSameBits(gradient, otherGradient, $"{rows}×{width}, {lanes} bits, {workers} workers: gradient");
                }
            }

            Assert.DoesNotContain(float.NaN, Result(loss, rows, Unit(mixed), targets, labels).Losses);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_stays_visible_in_loss_and_gradient(string name)
    {
        LossRun loss = LossRun.Named(name);
        const int Width = 6, Label = 1;
        for (int at = 0; at < Width; at++)
        {
            float[] outputs = [.. Enumerable.Range(0, 2 * Width).Select(i => 0.5f + (0.01f * i))];
            outputs[at] = float.NaN;
            float[] targets = [.. Enumerable.Range(0, 2 * loss.TargetWidth(Width)).Select(i => (float)(i % 2))];
            (float[] losses, float[] gradient) = Result(loss, 2, outputs, targets, [Label, Label]);
            bool isRead = !loss.HasLabels || !loss.HasConstantDerivative || at == Label;
            Assert.Equal(isRead, float.IsNaN(losses[0]));
            Assert.Equal(!loss.HasConstantDerivative, float.IsNaN(gradient[at]));
            Assert.False(float.IsNaN(losses[1]), "NaN leaked into the next row.");
            Assert.DoesNotContain(float.NaN, gradient[Width..]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_that_does_not_count_hides_whatever_it_holds(string name)
    {
        LossRun loss = LossRun.Named(name);
        if (!loss.HasLabels)
            return;
        float[] outputs = [0.5f, 0.25f, float.NaN, float.PositiveInfinity];
        (float[] losses, float[] gradient) = Result(loss, 2, outputs, [], [0, -100]);
        Assert.True(float.IsFinite(losses[0]));
        Assert.Equal([0f, 0f, 0f], [losses[1], gradient[2], gradient[3]]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated(string name)
    {
        LossRun loss = LossRun.Named(name);
        float[] outputs = Unit(Numbers.Mixed(3 * 66, seed: 1)), targets = Unit(Numbers.Mixed(3 * loss.TargetWidth(66), seed: 2)), losses = new float[3], gradient = new float[outputs.Length];
        int[] labels = [0, 1, 65];
        Assert.Equal(0, AllocationMeter.OfThread(() => loss.Run(new Work(3), outputs, targets, labels, losses, gradient)));
    }

    private static (float[] Losses, float[] Gradient) Result(LossRun loss, int rows, float[] outputs, float[] targets, int[] labels)
    {
        float[] losses = new float[rows], gradient = new float[outputs.Length];
        loss.Run(new Work(rows), outputs, targets, labels, losses, gradient);
        return (losses, gradient);
    }

    /// <summary>Into the open interval (0, 1), without a function of the platform.</summary>
    private static float[] Unit(float[] values) => [.. values.Select(value => 0.5f + (0.5f * value / (1 + MathF.Abs(value))))];
}
