using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

/// <summary>What no reference checks of the losses of classes: infinite and huge logits, certain and impossible classes.</summary>
public sealed class ClassLossEdgeTests
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
    public void Divergences_of_impossible_classes_are_0()
    {
        float[] gradient = new float[2];
        Assert.Equal(0f, Direct.KLDiv([float.NegativeInfinity, 0], [0, 1], gradient));
        Assert.Equal([0f, -0.5f], gradient);
        Assert.Equal(0f, Direct.KLDiv([float.NegativeInfinity, 0], [float.NegativeInfinity, 0], gradient, logTarget: true));
        Assert.Equal([0f, -0.5f], gradient);
    }
}
