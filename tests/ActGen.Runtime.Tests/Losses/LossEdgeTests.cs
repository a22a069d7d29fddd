using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>What no reference checks of values, margins, pairs, directions and masks: kinks, ties, the ends of the number line.</summary>
public sealed class LossEdgeTests
{
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
        Assert.True(float.IsNaN(Direct.MultiLabelMargin([1, 2, 3], [1, float.NaN, 0], 3, gradient)));
        Assert.True(float.IsNaN(gradient[1]));
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
}
