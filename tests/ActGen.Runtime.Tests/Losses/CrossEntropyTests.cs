using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

[Collection(nameof(Widths))]
public sealed class CrossEntropyTests
{
    private const double Promise = 4e-7;

    public static TheoryData<int, int, double, bool> Cases => new()
    {
        { 1, 1, 0, false }, { 1, 2, 0, false }, { 7, 10, 0, false }, { 5, 17, 0, true }, { 9, 33, 0.1, false }, { 4, 10, 0.1, true }, { 3, 1000, 0, false }, { 2, 4100, 0.2, true },
        { 17, 1, 0, false }, { 33, 3, 0, false }, { 40, 10, 0, true }, { 16, 31, 0, false }, { 32, 32, 0, true }, { 19, 33, 0, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Label_losses_and_gradients_are_those_of_the_definition(int rows, int classes, double smoothing, bool weighted)
    {
        float[] logits = Numbers.Mixed(rows * classes, seed: 1), gradient = new float[logits.Length];
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 7 % classes)];
        float[]? weights = weighted ? [.. Enumerable.Range(0, classes).Select(c => 0.5f + (c % 3))] : null;
        double[][] targets = [.. labels.Select(label => LossDefinition.LabelTarget(label, classes, smoothing, weights))];
        double divisor = labels.Sum(label => weights?[label] ?? 1.0);
        float loss = Direct.CrossEntropy(logits, labels, gradient, smoothing, weights);
        AssertClose(logits, targets, divisor, loss, gradient);
        Assert.Equal(loss, Direct.CrossEntropy(logits, labels, labelSmoothing: smoothing, classWeights: weights));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Soft_target_losses_and_gradients_are_those_of_the_definition(int rows, int classes, double smoothing, bool weighted)
    {
        float[] logits = Numbers.Mixed(rows * classes, seed: 2), gradient = new float[logits.Length];
        float[] probabilities = new float[logits.Length];
        Activations.Softmax(Numbers.Mixed(rows * classes, seed: 3), probabilities, classes);
        float[]? weights = weighted ? [.. Enumerable.Range(0, classes).Select(c => 0.5f + (c % 3))] : null;
        double[][] targets = [.. probabilities.Chunk(classes).Select(row => row.Select((t, c) => (weights?[c] ?? 1.0) * (((1 - smoothing) * t) + (smoothing / classes))).ToArray())];
        float loss = Direct.CrossEntropy(logits, probabilities, classes, gradient, smoothing, weights);
        AssertClose(logits, targets, rows, loss, gradient);
        if (rows == 1 && smoothing == 0 && !weighted)
            Assert.Equal(loss, Direct.CrossEntropy(logits, probabilities));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(32)]
    public void A_row_among_many_has_the_bits_that_it_has_alone_whatever_the_others_hold(int classes)
    {
        const int Rows = 35;
        float[] logits = Numbers.Mixed(Rows * classes, seed: 6), weights = [.. Enumerable.Range(0, classes).Select(c => c == 2 ? 0f : 1f + c)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 4 ? -100 : row % classes)];
        logits.AsSpan(1 * classes, classes).Fill(float.NegativeInfinity);
        logits[3 * classes] = float.NegativeInfinity;
        logits[6 * classes] = float.PositiveInfinity;
        logits[(7 * classes) + 1] = float.NaN;
        logits.AsSpan(9 * classes, classes).Fill(float.NaN);
        logits.AsSpan(11 * classes, classes).Fill(-0f);
        foreach (float[] weighting in (float[][])[[], weights])
        {
            float[] losses = new float[Rows], gradient = new float[logits.Length], onlyLosses = new float[Rows], loss = new float[1], alone = new float[classes];
            LossKernels<float>.CrossEntropy(new Work(Rows), logits, labels, default, losses, gradient, classWeights: weighting);
            LossKernels<float>.CrossEntropy(new Work(Rows), logits, labels, default, onlyLosses, default, classWeights: weighting);
            Numbers.AssertSameBits(losses, onlyLosses, "loss without a gradient");
            for (int row = 0; row < Rows; row++)
            {
                double divisor = LossKernels<float>.CrossEntropy(new Work(1), logits.AsSpan(row * classes, classes), labels.AsSpan(row, 1), default, loss, alone, classWeights: weighting);
                Assert.Equal(labels[row] == -100 ? 0.0 : weighting.Length == 0 ? 1.0 : weighting[labels[row]], divisor);
                Numbers.AssertSameBits(loss, losses.AsSpan(row, 1), $"loss of row {row}");
                // Alone a row is divided by its own weight: by 1 where there are none.
                if (weighting.Length == 0)
                    Numbers.AssertSameBits([.. alone.Select(g => g / labels.Count(label => label != -100))], gradient.AsSpan(row * classes, classes), $"gradient of row {row}");
                else if (divisor == 0)
                    Assert.All(gradient[(row * classes)..((row + 1) * classes)], g => Assert.Equal(0f, g));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_width_and_number_of_workers_gives_the_same_bits(int rows, int classes, double smoothing, bool weighted)
    {
        float[] logits = Numbers.Mixed(rows * classes, seed: 4), probabilities = new float[logits.Length];
        Activations.Softmax(logits, probabilities, classes);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row == 2 ? -100 : row * 5 % classes)];
        float[] weights = weighted ? [.. Enumerable.Range(0, classes).Select(c => 0.5f + (c % 3))] : [];
        (float[] Losses, float[] Gradient, double Divisor) Run(int width, int workers, bool soft)
        {
            float[] losses = new float[rows], gradient = new float[logits.Length];
            double divisor = 0;
            Widths.Force(width, () => Workers.Run(rows, workers, work =>
                divisor = LossKernels<float>.CrossEntropy(work, logits, soft ? [] : labels, soft ? probabilities : [], losses, gradient, smoothing, weights)));
            return (losses, gradient, divisor);
        }

        foreach (bool soft in (bool[])[false, true])
        {
            (float[] losses, float[] gradient, double divisor) = Run(VectorWidth.Scalar, 1, soft);
            foreach (int width in Widths.All)
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    (float[] otherLosses, float[] otherGradient, double otherDivisor) = Run(width, workers, soft);
                    Numbers.AssertSameBits(losses, otherLosses, $"width {width}, {workers} workers: row losses");
                    Numbers.AssertSameBits(gradient, otherGradient, $"width {width}, {workers} workers: gradient");
                    Assert.Equal(divisor, otherDivisor);
                }
            }
        }
    }

    [Fact]
    public void Ignored_rows_do_not_count_even_when_they_hold_NaN()
    {
        float[] logits = [1, 2, 3, float.NaN, float.PositiveInfinity, 0, 0.5f, -1, 2], gradient = [9, 9, 9, 9, 9, 9, 9, 9, 9], others = new float[6];
        float loss = Direct.CrossEntropy(logits, [2, -100, 0], gradient), without = Direct.CrossEntropy([1, 2, 3, 0.5f, -1, 2], (int[])[2, 0], others);
        Assert.Equal(without, loss);
        Assert.Equal([.. others[..3], 0, 0, 0, .. others[3..]], gradient);
        Assert.Equal(without, Direct.CrossEntropy(logits, [2, 7, 0], labelSmoothing: 0, ignoreIndex: 7));
        Assert.True(float.IsFinite(Direct.CrossEntropy(logits, [2, -100, 0], gradient, labelSmoothing: 0.1)));
    }

    [Fact]
    public void Without_a_row_that_counts_loss_and_gradient_are_zero()
    {
        float[] gradient = [9, 9];
        Assert.Equal(0f, Direct.CrossEntropy([1, 2], (int[])[-100], gradient));
        Assert.Equal([0f, 0f], gradient);
        gradient = [9, 9];
        Assert.Equal(0f, Direct.NLL([1, 2], [-100], gradient));
        Assert.Equal([0f, 0f], gradient);
        // Smoothing gives the other class a loss, but a label of weight 0 counts for nothing.
        gradient = [9, 9];
        Assert.Equal(0f, Direct.CrossEntropy([1, 2], (int[])[0], gradient, labelSmoothing: 0.1, classWeights: [0, 1]));
        Assert.Equal([0f, 0f], gradient);
    }

    [Fact]
    public void Rows_of_weight_0_do_not_count_even_when_they_hold_NaN()
    {
        float[] logits = [1, 2, 3, float.NaN, float.PositiveInfinity, 0], gradient = [9, 9, 9, 9, 9, 9], alone = new float[3];
        float without = Direct.CrossEntropy([1, 2, 3], (int[])[2], alone);
        Assert.Equal(without, Direct.CrossEntropy(logits, (int[])[2, 1], gradient, classWeights: [1, 0, 1]));
        Assert.Equal([.. alone, 0, 0, 0], gradient);
        Assert.Equal(Direct.NLL([1, 2, 3], [2]), Direct.NLL(logits, [2, 1], gradient, classWeights: [1, 0, 1]));
        Assert.Equal([0f, 0f, 0f], gradient[3..]);
    }

    [Fact]
    public void Divisors_of_batches_add_up_also_where_no_row_counts()
    {
        float[] losses = [9, 9], gradient = [9, 9, 9, 9];
        Assert.Equal(0, LossKernels<float>.CrossEntropy(new Work(2), [1, 2, 3, 4], [-100, -100], [], losses, gradient));
        Assert.Equal([0f, 0f], losses);
        Assert.Equal([0f, 0f, 0f, 0f], gradient);
        Assert.Equal(0, LossKernels<float>.Labels<NegativeLogLikelihood>(new Work(2), [1, 2, 3, 4], [-100, -100], losses, gradient));
        Assert.Equal(1.5, LossKernels<float>.CrossEntropy(new Work(2), [1, 2, 3, 4], [-100, 1], [], losses, gradient, classWeights: [0.5f, 1.5f]));
    }

    [Fact]
    public void The_largest_finite_logits_give_the_exact_loss_or_its_overflow_and_a_finite_gradient()
    {
        float[] gradient = new float[3];
        Assert.Equal(float.MaxValue, Direct.CrossEntropy([float.MaxValue, 0, -float.MaxValue], (int[])[1], gradient));
        Assert.Equal([1f, -1f, 0f], gradient);
        Assert.Equal(0f, Direct.CrossEntropy([float.MaxValue, 0, -float.MaxValue], (int[])[0], gradient));
        Assert.Equal([0f, 0f, 0f], gradient);
        Assert.Equal(float.PositiveInfinity, Direct.CrossEntropy([float.MaxValue, 0, -float.MaxValue], (int[])[2], gradient));
        // A tenth of a gap of 6.8e38 is a float, the gap is not.
        Assert.Equal(0.3 / 3 * (1 + 2) * float.MaxValue, Direct.CrossEntropy([float.MaxValue, 0, -float.MaxValue], (int[])[0], gradient, labelSmoothing: 0.3), 1e32);
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(0.1 * 2 * float.MaxValue, Direct.CrossEntropy([float.MaxValue, -float.MaxValue], (float[])[0.9f, 0.1f]), 1e32);
    }

    [Fact]
    public void A_masked_class_costs_nothing_unless_it_is_wanted()
    {
        float[] logits = [1, float.NegativeInfinity, 2], gradient = new float[3];
        Assert.Equal(Direct.CrossEntropy([1, 2], (int[])[1]), Direct.CrossEntropy(logits, (int[])[2], gradient));
        Assert.Equal(0f, gradient[1]);
        Assert.Equal(Direct.CrossEntropy([1, 2], (float[])[0.5f, 0.5f]), Direct.CrossEntropy(logits, (float[])[0.5f, 0, 0.5f], gradient));
        Assert.Equal(float.PositiveInfinity, Direct.CrossEntropy(logits, (int[])[1]));
        Assert.True(float.IsNaN(Direct.CrossEntropy([1, float.NaN, 2], (float[])[0.5f, 0, 0.5f])));
    }

    [Fact]
    public void NLL_is_the_weighted_mean_of_the_labels_entries()
    {
        float[] gradient = new float[6], x = [-1, -2, -3, float.NaN, float.NaN, -0.5f];
        Assert.Equal((2f + (3 * 0.5f)) / 4, Direct.NLL(x, [1, 2], gradient, [1, 1, 3]) - 0, 1e-6f);
        Assert.Equal([0f, -0.25f, 0f, 0f, 0f, -0.75f], gradient);
        Assert.Equal(2f, Direct.NLL(x, [1, 5], ignoreIndex: 5));
    }

    [Fact]
    public void Wrong_arguments_are_named_and_nothing_is_written()
    {
        float[] logits = [1, 2, 3, 4], gradient = [7, 7, 7, 7];
        Assert.Contains("labels[1] is 2; with 2 classes a label is 0 to 1 (or -100, which is ignored).", Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.CrossEntropy(logits, [0, 2], gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.NLL(logits, [0, -1], gradient));
        Assert.Contains("4 elements, which cannot be shared evenly among 3 labels", Assert.Throws<ArgumentException>("logits", () => Direct.CrossEntropy(logits, [0, 1, 0], gradient)).Message);
        Assert.Contains("gradient has 4 elements; it must have the 2 of logits", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy(logits.AsSpan(0, 2), (int[])[0], gradient)).Message);
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy(logits, [0, 1], logits)).Message);
        Assert.Contains("classWeights has 3 elements; there are 2 classes", Assert.Throws<ArgumentException>("classWeights", () => Direct.CrossEntropy(logits, [0, 1], gradient, 0, [1, 1, 1])).Message);
        Assert.Contains("targetProbabilities has 3 elements; logits has 4", Assert.Throws<ArgumentException>("targetProbabilities", () => Direct.CrossEntropy(logits, (float[])[1, 0, 0], 2, gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("labelSmoothing", () => Direct.CrossEntropy(logits, [0, 1], gradient, 1));
        Assert.Throws<ArgumentException>("labels", () => Direct.CrossEntropy(logits, (int[])[], gradient));
        Assert.Throws<ArgumentException>("logits", () => Direct.CrossEntropy([], (float[])[]));
        Assert.Equal([7, 7, 7, 7], gradient);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] logits = Numbers.Mixed(600 * 10, seed: 1), gradient = new float[logits.Length];
        int[] labels = new int[600];
        void Run()
        {
            Direct.CrossEntropy(logits, labels, gradient);
            Direct.CrossEntropy(logits, labels, gradient, 0.1);
            Direct.CrossEntropy(logits, gradient.AsSpan(0, 6000), 10);
            Direct.NLL(logits, labels, gradient);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Run));
    }

    private static void AssertClose(float[] logits, double[][] targets, double divisor, float loss, float[] gradient)
    {
        int classes = targets[0].Length;
        double[][] rows = [.. logits.Select(x => (double)x).Chunk(classes)];
        double exact = rows.Zip(targets, LossDefinition.CrossEntropy).Sum() / divisor;
        Assert.Equal(exact, loss, Promise * Math.Max(1, Math.Abs(exact)));
        for (int row = 0; row < rows.Length; row++)
        {
            for (int c = 0; c < classes; c += Math.Max(1, classes / 50))
            {
                double[] moved = [.. rows[row]];
                double expected = LossDefinition.Derivative(
                    x =>
                    {
                        moved[c] = x;
                        return LossDefinition.CrossEntropy(moved, targets[row]);
                    },
                    rows[row][c]);
                Assert.Equal(expected, gradient[(row * classes) + c] * divisor, Promise * Math.Max(1, targets[row].Sum()));
            }
        }
    }
}
