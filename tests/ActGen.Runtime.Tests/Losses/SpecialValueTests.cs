using ActGen.CompilerServices;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>The special values of softmax and losses, one test for each row of the table: what JAX, ONNX, TensorFlow and PyTorch test, promise or get wrong.</summary>
/// <remarks>Three rows wait for what they are about: logsumexp (there is no such function), a fully masked row of attention, and
/// normalisation of a constant row.</remarks>
public sealed class SpecialValueTests
{
    private const float Infinity = float.PositiveInfinity, Most = float.MaxValue;

    // ONNX test_softmax_large_number: [0, 1, 2, 3] and the same plus 10,000; with more digits than there.
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Softmax_does_not_see_what_all_logits_have_in_common(float offset)
    {
        float[] y = new float[4];
        Activations.Softmax([offset, 1 + offset, 2 + offset, 3 + offset], y);
        AssertClose([0.03205860328008499, 0.08714431874203257, 0.23688281808991013, 0.6439142598879722], y, 6e-8);
    }

    // ONNX test_logsoftmax_large_number.
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Log_softmax_does_not_either(float offset)
    {
        float[] y = new float[4];
        Activations.LogSoftmax([offset, 1 + offset, 2 + offset, 3 + offset], y);
        AssertClose([-3.4401896, -2.4401896, -1.4401896, -0.4401896], y, 2.4e-7);
    }

    [Fact]
    public void The_largest_logits_are_finite_probabilities()
    {
        float[] y = new float[3];
        Activations.Softmax([1e30f, 0, -1e30f], y);
        Assert.Equal([1f, 0f, 0f], y);
        Activations.Softmax([Most, 0, -Most], y);
        Assert.Equal([1f, 0f, 0f], y);
        Activations.LogSoftmax([1e30f, 0, -1e30f], y);
        Assert.Equal([0f, -1e30f, -2e30f], y);
    }

    // JAX where=mask.
    [Fact]
    public void A_masked_logit_has_no_probability_and_the_others_are_as_without_it()
    {
        float[] masked = new float[4], without = new float[3];
        Activations.Softmax([5.5f, 1.3f, float.NegativeInfinity, 0.9f], masked);
        Activations.Softmax([5.5f, 1.3f, 0.9f], without);
        Assert.Equal([without[0], without[1], 0f, without[2]], masked);
        Activations.LogSoftmax([5.5f, 1.3f, float.NegativeInfinity, 0.9f], masked);
        Activations.LogSoftmax([5.5f, 1.3f, 0.9f], without);
        Assert.Equal([without[0], without[1], float.NegativeInfinity, without[2]], masked);
    }

    [Theory]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(Infinity, 1)]
    [InlineData(Infinity, Infinity)]
    [InlineData(float.NaN, 1)]
    [InlineData(float.NaN, float.NegativeInfinity)]
    public void Rows_without_a_distribution_are_NaN(float first, float second)
    {
        float[] y = new float[2];
        Activations.Softmax([first, second], y);
        Assert.All(y, p => Assert.True(float.IsNaN(p)));
        Activations.LogSoftmax([first, second], y);
        Assert.All(y, p => Assert.True(float.IsNaN(p)));
        Assert.True(float.IsNaN(Direct.CrossEntropy([first, second], (int[])[1])));
    }

    // JAX testSoftmaxGrad at [5.5, 1.3, −4.2, 0.9], here against p_i([i = j] − p_j) in double; testSoftmaxWhereGrad: what is masked gets no gradient.
    [Theory]
    [InlineData(-4.2f)]
    [InlineData(float.NegativeInfinity)]
    public void The_gradient_of_softmax_is_that_of_its_definition_and_0_where_masked(float third)
    {
        float[] x = [5.5f, 1.3f, third, 0.9f], y = new float[4];
        Activations.Softmax(x, y);
        double[] p = [.. x.Select(value => Math.Exp(value - 5.5))];
        p = [.. p.Select(value => value / p.Sum())];
        for (int j = 0; j < 4; j++)
        {
            float[] gradient = new float[4];
            gradient[j] = 1;
            Rowwise<float>.Backward<Softmax>(new Work(1), y, gradient, gradient);
            AssertClose(p.Select((value, i) => value * ((i == j ? 1 : 0) - p[j])), gradient, 6e-8);
            if (float.IsInfinity(third))
                Assert.Equal(0f, gradient[2]);
        }
    }

    // PyTorch test_bce_with_logits_stability: logits [0, −120], targets [0, 1], with and without a weight of the positives; gradient at 0 is ½.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Binary_cross_entropy_on_logits_is_finite_and_exact_far_out(double positiveWeight)
    {
        float[] gradient = new float[2];
        Assert.Equal((Math.Log(2) + (120 * positiveWeight)) / 2, Direct.BCEWithLogits([0, -120], [0, 1], gradient, positiveWeight), 1e-5);
        AssertClose([0.25, -positiveWeight / 2], gradient, 1e-7);
        Assert.Equal(0.5f * Most, Direct.BCEWithLogits([Most, -Most], [0, 0], gradient, positiveWeight));
        Assert.Equal([0.5f, 0f], gradient);
    }

    // PyTorch documents that it clamps logarithms at −100, so that loss and gradient stay finite.
    [Fact]
    public void Binary_cross_entropy_on_probabilities_is_clamped()
    {
        float[] gradient = new float[4];
        Assert.Equal(50f, Direct.BCE([0, 1, 0, 1], [1, 0, 0, 1], gradient));
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope)));
        Assert.Equal([0f, 0f], gradient[2..]);
    }

    // PyTorch issues 70348, 116349: NaN there, and many users ask for 0.
    [Fact]
    public void Without_a_row_that_counts_loss_and_gradient_are_0()
    {
        float[] gradient = [7, 7, 7, 7];
        Assert.Equal(0f, Direct.CrossEntropy([1, 2, 3, 4], [-100, -100], gradient));
        Assert.Equal([0f, 0f, 0f, 0f], gradient);
        Assert.Equal(0f, Direct.NLL([-1, -2, -3, -4], [-100, -100]));
        Assert.Equal(0f, Direct.Focal([1, 2, 3, 4], [-100, -100], gradient));
        Assert.Equal(0f, Direct.MultiMargin([1, 2, 3, 4], [-100, -100], gradient));
    }

    // PyTorch issues 12670, 20406: older versions read beyond the row.
    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_label_out_of_range_is_an_error(int label)
    {
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.NLL([-1, -2], [label]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.CrossEntropy([1, 2], (int[])[label]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.GeneralizedCrossEntropy([1, 2], [label]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Direct.CategoricalHinge([1, 2], [label]));
    }

    // PyTorch PR 192685.
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(Infinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_ignored_rows_hold_does_not_leak(float value)
    {
        float[] x = [1, 2, value, value], gradient = new float[4];
        Assert.Equal(Direct.CrossEntropy([1, 2], (int[])[0]), Direct.CrossEntropy(x, [0, -100], gradient));
        Assert.Equal([0f, 0f], gradient[2..]);
        Assert.Equal(-1f, Direct.NLL(x, [0, -100], gradient));
        Assert.Equal([0f, 0f], gradient[2..]);
        Assert.Equal(Direct.Focal([1, 2], [0]), Direct.Focal(x, [0, -100], gradient));
        Assert.Equal([0f, 0f], gradient[2..]);
        Assert.Equal(Direct.CategoricalHinge([1, 2], [0]), Direct.CategoricalHinge(x, [0, -100], gradient));
        Assert.Equal([0f, 0f], gradient[2..]);
    }

    // PyTorch documents ∞ for it ("Extremal values").
    [Fact]
    public void The_norm_of_large_gradients_does_not_overflow()
    {
        double[] sums = new double[1];
        GradientNorm.SumBlocks([1e20f, 1e20f], 0, 2, sums);
        Assert.Equal(Math.Sqrt(2) * 1e20, GradientNorm.OfBlocks(sums), 1e13);
    }

    // xlogy(0, 0) = 0, xlogy(0, NaN) = NaN (JAX lax_scipy_test).
    [Fact]
    public void A_target_of_0_costs_nothing_where_x_is_a_number_and_hides_no_NaN()
    {
        Assert.Equal(0f, Direct.KLDiv([float.NegativeInfinity, 0], [0, 1]));
        Assert.True(float.IsNaN(Direct.KLDiv([float.NaN, 0], [0, 1])));
        Assert.True(float.IsNaN(Direct.KLDiv([float.NaN, 0], [float.NegativeInfinity, 0], logTarget: true)));
        Assert.Equal(0f, Direct.CrossEntropy([0, float.NegativeInfinity], (float[])[1, 0]));
        Assert.True(float.IsNaN(Direct.CrossEntropy([0, float.NaN], (float[])[1, 0])));
        Assert.True(float.IsNaN(Direct.BCEWithLogits([float.NaN], [0])));
        Assert.True(float.IsNaN(Direct.PoissonNLL([float.NaN], [0])));
    }

    // JAX testSoftmaxEmptyArray; the mean of no losses is an error.
    [Fact]
    public void Nothing_in_gives_nothing_out()
    {
        Activations.Softmax([], []);
        Activations.LogSoftmax([], []);
        Assert.Throws<ArgumentException>("labels", () => Direct.CrossEntropy([], (int[])[]));
    }

    private static void AssertClose(IEnumerable<double> expected, float[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * Math.Max(1, Math.Abs(pair.First))));
}
