using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>What no reference checks: the ends of the number line, kinks, targets that are refused.</summary>
public sealed class LossEdgeTests
{
    private static readonly float[] Extremes = [float.MaxValue, -float.MaxValue, 1e30f, -1e30f, 104, -104, 1e-38f, -0f];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 0.25)]
    [InlineData(0.5, -1)]
    [InlineData(5, 0)]
    public void Focal_losses_and_their_gradients_are_finite_for_all_finite_logits(double gamma, double alpha)
    {
        float[] gradient = new float[1];
        foreach (float x in Extremes)
        {
            foreach (float t in (float[])[0, 1, 0.5f])
            {
                float loss = Direct.BinaryFocal([x], [t], gradient, gamma, alpha);
                Assert.True(float.IsFinite(loss) && loss >= 0 && float.IsFinite(gradient[0]), $"{x}, {t}: {loss}, {gradient[0]}");
            }

            float[] rows = new float[3];
            // The loss of a class that is −2·FLT_MAX below another one is no float.
            float ofClass = Direct.Focal([x, 0, -x], [0], rows, gamma);
            Assert.True(x == -float.MaxValue ? float.IsPositiveInfinity(ofClass) : float.IsFinite(ofClass), $"{x}: {ofClass}");
            Assert.All(rows, slope => Assert.True(float.IsFinite(slope)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Focal_losses_have_limits_at_infinite_logits(double gamma)
    {
        float[] gradient = new float[1], rows = new float[3], crossEntropy = new float[3];
        foreach ((float x, float t) in (ReadOnlySpan<(float, float)>)[(float.PositiveInfinity, 1), (float.NegativeInfinity, 0)])
        {
            Assert.Equal(0f, Direct.BinaryFocal([x], [t], gradient, gamma));
            Assert.Equal(0f, gradient[0]);
            Assert.Equal(float.PositiveInfinity, Direct.BinaryFocal([x], [1 - t], gradient, gamma, alpha: -1));
            Assert.Equal(float.Sign(x), gradient[0]);
        }

        Assert.Equal(float.PositiveInfinity, Direct.Focal([float.NegativeInfinity, 0, 1], [0], rows, gamma));
        Direct.CrossEntropy([float.NegativeInfinity, 0, 1], (int[])[0], crossEntropy);
        Assert.Equal(crossEntropy, rows);
        Assert.True(float.IsNaN(Direct.BinaryFocal([float.NaN], [1], gamma: gamma, alpha: 0)));
    }

    [Fact]
    public void Logit_losses_overflow_only_where_the_exact_one_does()
    {
        float[] gradient = new float[1];
        foreach (float x in Extremes)
        {
            foreach ((float t, double weight) in (ReadOnlySpan<(float, double)>)[(0, 1), (1, 1), (1, 2), (1, 0.5), (0.75f, 2)])
            {
                double exact = (t * weight * Softplus(-x)) + ((1 - t) * Softplus(x));
                Assert.Equal((float)exact, Direct.BCEWithLogits([x], [t], gradient, weight), 4e-7 * Math.Max(1, exact));
                Assert.True(float.IsFinite(gradient[0]));
            }
        }

        Assert.Equal(float.PositiveInfinity, Direct.BCEWithLogits([-float.MaxValue], [1], positiveWeight: 2));

        static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
    }

    [Fact]
    public void Focal_losses_with_gamma_0_are_cross_entropies()
    {
        float[] x = [3, -2, 0.5f, 7, -9, 1], t = [1, 0, 1, 0, 1, 0];
        Assert.Equal(Direct.BCEWithLogits(x, t), Direct.BinaryFocal(x, t, gamma: 0, alpha: -1), 1e-6f);
        Assert.Equal(Direct.BCEWithLogits(x, t) / 2, Direct.BinaryFocal(x, t, gamma: 0, alpha: 0.5), 1e-6f);
        Assert.Equal(Direct.CrossEntropy(x, [2, 0]), Direct.Focal(x, [2, 0], gamma: 0), 1e-6f);
    }

    [Fact]
    public void A_focal_loss_keeps_the_digits_of_a_nearly_certain_class()
    {
        // 1 − p = 2e^−20/(1 + 2e^−20) = 4.1223e-9: squared and times itself, since −ln p = 1 − p there.
        double rest = 2 * Math.Exp(-20) / (1 + (2 * Math.Exp(-20)));
        float[] gradient = new float[3];
        Assert.Equal(rest * rest * rest, Direct.Focal([20, 0, 0], [0], gradient), 1e-6 * rest * rest * rest);
        // ∂L/∂x_j = p_j·(3(1 − p)²) to first order.
        Assert.Equal(1.5 * rest * rest * rest, gradient[1], 1e-6 * rest * rest * rest);
    }

    [Fact]
    public void Generalised_cross_entropy_is_bounded_and_tends_to_cross_entropy()
    {
        Assert.Equal(1 / 0.7f, Direct.GeneralizedCrossEntropy([float.MaxValue, -float.MaxValue], [1]), 1e-6f);
        Assert.Equal(Direct.CrossEntropy([1, 2, 3], [0]), Direct.GeneralizedCrossEntropy([1, 2, 3], [0], q: 1e-7), 1e-5f);
        Assert.Equal(1 - (1 / (1 + (float)Math.E)), Direct.GeneralizedCrossEntropy([0, 1], [0], q: 1), 1e-6f);
    }

    [Fact]
    public void Log_cosh_keeps_small_and_large_differences()
    {
        float[] gradient = new float[4];
        Assert.Equal(5e-13, Direct.LogCosh([1e-6f], [0f]), 1e-18);
        Assert.Equal(float.MaxValue, Direct.LogCosh([float.MaxValue], [0f]));
        Assert.Equal(0f, Direct.LogCosh([2f], [2f]));
        Direct.LogCosh([1e-6f, 1, 100, -float.MaxValue], [0, 0, 0, 0], gradient);
        Assert.Equal([1e-6f / 4, 0.25f, -0.25f], [gradient[0], gradient[2], gradient[3]]);
        Assert.Equal(Math.Tanh(1) / 4, gradient[1], 2e-8);
    }

    [Fact]
    public void Divergences_of_impossible_classes_are_0()
    {
        float[] gradient = new float[2];
        Assert.Equal(0f, Direct.KLDiv([float.NegativeInfinity, 0], [0, 1], gradient));
        Assert.Equal([0f, -0.5f], gradient);
        Assert.Equal(0f, Direct.KLDiv([float.NegativeInfinity, 0], [float.NegativeInfinity, 0], gradient, logTarget: true));
        Assert.Equal([0f, -0.5f], gradient);
    }

    [Fact]
    public void Hinges_are_flat_beyond_the_margin_and_at_it()
    {
        float[] gradient = new float[4];
        Assert.Equal(0.5f, Direct.Hinge([1, 2, -1, 0.5f], [1, 1, 1, -1], gradient) - 0.375f, 1e-6f);
        Assert.Equal([0f, 0f, -0.25f, 0.25f], gradient);
        Direct.SquaredHinge([1, 2, -1, 0.5f], [1, 1, 1, -1], gradient);
        Assert.Equal([0f, 0f, -1f, 0.75f], gradient);
        Assert.True(float.IsNaN(Direct.Hinge([float.NaN], [1], gradient.AsSpan(..1))));
    }

    [Fact]
    public void Keras_percentages_and_logarithms()
    {
        float[] gradient = new float[2];
        Assert.Equal(75f, Direct.MAPE([1, 3], [2, 1.5f], gradient));
        Assert.Equal(-25f, gradient[0]);
        Assert.Equal(100f / 3, gradient[1], 1e-5f);
        double first = Math.Log(2) - Math.Log(3), second = Math.Log(1 + 1e-7) - Math.Log(5);
        Assert.Equal(((first * first) + (second * second)) / 2, Direct.MSLE([1, -3], [2, 4], gradient), 1e-6);
        Assert.Equal(first / 2, gradient[0], 1e-6);
        Assert.Equal(0f, gradient[1]);
    }

    [Fact]
    public void Gaussians_take_any_logarithm_of_a_variance()
    {
        float[] gradient = new float[2];
        Assert.Equal(float.MaxValue / 2, Direct.GaussianNLL([3, float.MaxValue], [0], 1, gradient));
        Assert.Equal([0f, 0.5f], gradient);
        Assert.Equal(0.5 * Math.Log(1e-6), Direct.GaussianNLL([3, -float.MaxValue], [3], 1, gradient), 1e-5);
        Assert.Equal([0f, 0.5f], gradient);
        Assert.True(float.IsFinite(Direct.GaussianNLL([1e18f, 0], [0], 1, gradient)));
    }

    [Fact]
    public void Smooth_l1_with_beta_0_is_l1()
    {
        float[] gradient = new float[3];
        Assert.Equal(Direct.L1([1, 2, 3], [1, 1, 5]), Direct.SmoothL1([1, 2, 3], [1, 1, 5], gradient, beta: 0));
        Assert.Equal([0f, 1f / 3, -1f / 3], gradient);
    }

    [Fact]
    public void Margins_over_classes()
    {
        float[] gradient = new float[3];
        Assert.Equal(0.5f, Direct.CategoricalHinge([1, 0.5f, -2], [0], gradient));
        Assert.Equal([-1f, 1f, 0f], gradient);
        Assert.Equal(0f, Direct.CategoricalHinge([1, 0, -2], [0], gradient));
        Assert.Equal([0f, 0f, 0f], gradient);
        // Keras': a 0 stands in the place of the label, which matters where all others are negative.
        Assert.Equal(0.75f, Direct.CategoricalHinge([0.25f, -3, -2], [0], gradient));
        Assert.Equal([-1f, 0f, 0f], gradient);
        Assert.Equal(3f, Direct.CategoricalHinge([-2, 0, -2], [0], gradient));
        Assert.Equal([-1f, 0f, 0f], gradient);
        Assert.Equal(0f, Direct.CategoricalHinge([5], [0]));
        Assert.Equal(0.5f, Direct.CategoricalHinge([0.5f], [0]));
        // The largest is NaN whatever stands behind it.
        Assert.True(float.IsNaN(Direct.CategoricalHinge([0, float.NaN, 5], [0], gradient)));
        Assert.True(float.IsNaN(gradient[0]) && float.IsNaN(gradient[1]));
        Assert.Equal(0f, Direct.MultiMargin([1, 2, 3], [-100], gradient));
        Assert.Equal([0f, 0f, 0f], gradient);
    }

    [Fact]
    public void A_distance_at_its_margin_is_far_enough()
    {
        float[] gradient = new float[4];
        Assert.Equal((0.75f + 2) / 4, Direct.HingeEmbedding([1, 0.25f, 2, 3], [-1, -1, 1, -1], gradient));
        Assert.Equal([0f, -0.25f, 0.25f, 0f], gradient);
        Assert.True(float.IsNaN(Direct.HingeEmbedding([float.NaN], [-1])));
    }

    [Fact]
    public void Pairs_of_labels_at_their_margin_pull_nothing()
    {
        float[] gradient = new float[3];
        // Right: 2. Wrong: 1, at a margin of exactly 1, and 1.5, by a half too near.
        Assert.Equal(0.5f / 3, Direct.MultiLabelMargin([2, 1, 1.5f], [1, 0, 0], 3, gradient), 1e-7f);
        Assert.Equal([-1f / 3, 0f, 1f / 3], gradient);
        Assert.Equal(0f, Direct.MultiLabelMargin([1, 2, 3], [1, 1, 1], 3, gradient));
        Assert.Equal([0f, 0f, 0f], gradient);
        Assert.True(float.IsNaN(Direct.MultiLabelMargin([float.NaN, 2, 3], [1, 0, 0], 3)));
    }

    [Fact]
    public void Directions_of_any_length_are_compared_and_rows_without_one_are_left_alone()
    {
        float[] gradient = new float[2];
        foreach (float length in (float[])[1e-38f, 1, 1e38f])
        {
            Assert.Equal(-1f, Direct.CosineSimilarity([length, length], [3e38f, 3e38f], 2, gradient), 1e-7f);
            Assert.Equal(0f, Direct.CosineSimilarity([length, 0], [0, 1e-45f], 2, gradient));
            Assert.Equal([0f, -1 / length], gradient);
        }
        foreach ((float[] x, float[] t) in (IEnumerable<(float[], float[])>)[([0, 0], [1, 2]), ([1, 2], [0, 0])])
        {
            gradient.AsSpan().Fill(7);
            Assert.Equal(0f, Direct.CosineSimilarity(x, t, 2, gradient));
            Assert.Equal([0f, 0f], gradient);
        }
        Assert.True(float.IsNaN(Direct.CosineSimilarity([float.NaN, 1], [1, 1], 2)));
    }

    [Fact]
    public void An_empty_mask_that_is_predicted_empty_costs_nothing()
    {
        float[] gradient = new float[3];
        Assert.Equal(0f, Direct.Dice([0, 0, 0], [0, 0, 0], 3, gradient));
        // The derivative at 0 is ½/ε, however unlikely: every false positive counts.
        Assert.All(gradient, slope => Assert.Equal(5e6f, slope, 1f));
        Assert.Equal(1f, Direct.Dice([1, 0, 0], [0, 0, 1], 3), 1e-6f);
        Assert.Equal(Direct.Dice([0.25f, 0.5f, 1], [0, 1, 1], 3), Direct.Tversky([0.25f, 0.5f, 1], [0, 1, 1], 3));
        // I = 1.5, P = 0.25, N = 0.5: 1 − 1.5/(1.5 + 0.75·0.5) with weights 0 and ¾.
        Assert.Equal(0.2f, Direct.Tversky([0.25f, 0.5f, 1], [0, 1, 1], 3, alpha: 0, beta: 0.75), 1e-6f);
    }

    [Fact]
    public void Wrong_arguments_are_named_and_nothing_is_written()
    {
        float[] gradient = [7, 7], x = [1, 2];
        Assert.Contains("targets[1] is 0; Hinge takes −1 or +1", Assert.Throws<ArgumentException>("targets", () => Direct.Hinge(x, [1, 0], gradient)).Message);
        Assert.Contains("targets[0] is 0.5; SoftMargin takes", Assert.Throws<ArgumentException>("targets", () => Direct.SoftMargin(x, [0.5f, 1], gradient)).Message);
        Assert.Throws<ArgumentException>("targets", () => Direct.SquaredHinge(x, [float.NaN, 1], gradient));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Direct.SmoothL1(x, x, gradient, -1));
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => Direct.BinaryFocal(x, x, gradient, alpha: 2));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Direct.Focal(x, [0], gradient, gamma: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("q", () => Direct.GeneralizedCrossEntropy(x, [0], gradient, q: 0));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => Direct.MultiMargin(x, [0], gradient, p: 3));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.Focal(x, [2], gradient));
        Assert.Contains("2 targets are expected", Assert.Throws<ArgumentException>("outputs", () => Direct.GaussianNLL(x, [1, 2], 1, gradient)).Message);
        Assert.Throws<ArgumentException>("logProbabilities", () => Direct.KLDiv([1, 2, 3], [1, 2, 3], classes: 2));
        Assert.Throws<ArgumentException>("gradient", () => Direct.PoissonNLL(x, gradient, gradient));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => Direct.HingeEmbedding(x, [1, -1], gradient, 0));
        Assert.Contains("targets[1] is 0; HingeEmbedding takes", Assert.Throws<ArgumentException>("targets", () => Direct.HingeEmbedding(x, [1, 0], gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Direct.Dice(x, x, 0, gradient));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Direct.MultiLabelMargin(x, x, -1, gradient));
        Assert.Contains("2 elements, which is not a whole number of rows of 3", Assert.Throws<ArgumentException>("outputs", () => Direct.CosineSimilarity(x, x, 3, gradient)).Message);
        Assert.Contains("targets has 1 elements; probabilities has 2", Assert.Throws<ArgumentException>("targets", () => Direct.Tversky(x, [1], 2, gradient)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Direct.Tversky(x, x, 2, gradient, beta: -1));
        Assert.Equal([7, 7], gradient);
    }

    [Fact]
    public void A_gradient_that_overlaps_the_class_weights_is_refused()
    {
        float[] memory = [1, 2, 3, 4, 5];
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.NLL([-1, -2], [0], memory.AsSpan(..2), memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.CrossEntropy([1, 2], [0.5f, 0.5f], 2, memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Contains("overlaps classWeights", Assert.Throws<ArgumentException>("gradient", () => Direct.Focal([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(1, 2))).Message);
        Assert.Equal([1, 2, 3, 4, 5], memory);
        // Beside each other they may lie.
        Direct.CrossEntropy([1, 2], [0], memory.AsSpan(..2), classWeights: memory.AsSpan(2, 2));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = new float[9000], t = new float[9000], signs = new float[9000], gradient = new float[9000];
        int[] labels = new int[3000];
        Array.Fill(signs, 1);
        void Run()
        {
            Direct.SmoothL1(x, t, gradient);
            Direct.LogCosh(x, t, gradient);
            Direct.MAPE(x, t, gradient);
            Direct.MSLE(x, t, gradient);
            Direct.BinaryFocal(x, t, gradient);
            Direct.Hinge(x, signs, gradient);
            Direct.HingeEmbedding(x, signs, gradient);
            Direct.CosineSimilarity(x, t, 3, gradient);
            Direct.Dice(x, t, 9000, gradient);
            Direct.Tversky(x, t, 30, gradient);
            Direct.MultiLabelMargin(x, t, 3, gradient);
            Direct.KLDiv(x, t, gradient);
            Direct.PoissonNLL(x, t, gradient, full: true);
            Direct.GaussianNLL(x, t.AsSpan(..4500), 3, gradient);
            Direct.Focal(x, labels, gradient);
            Direct.GeneralizedCrossEntropy(x, labels, gradient);
            Direct.MultiMargin(x, labels, gradient);
            Direct.CategoricalHinge(x, labels, gradient);
            Direct.NLL(x, labels, gradient);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
