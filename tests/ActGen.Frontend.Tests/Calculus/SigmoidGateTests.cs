using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>x·σ(u) from one side.</summary>
public class SigmoidGateTests
{
    [Theory]
    [InlineData("x * Sigmoid(x)")]
    [InlineData("x * Sigmoid(1.702f * x)")]
    [InlineData("0.5f * x * (1 + Tanh(0.8f * (x + 0.05f * x * x * x)))")]
    public void Odd_arguments_of_the_sign_of_x_need_no_choice(string formula)
    {
        Expression forward = FormulaAnalysis.Of(Read.Expression(formula)).Kernel.Forward;
        Dictionary<Expression, int> nodes = Lowering.Uses([forward]);
        Assert.Contains(nodes.Keys, node => node.Operator == Operator.SigmoidTail);
        Assert.DoesNotContain(nodes.Keys, node => node.Operator == Operator.Select);
    }

    [Theory]
    [InlineData("x * Sigmoid(-x)")]
    [InlineData("x * Sigmoid(x - 1)")]
    [InlineData("x * Sigmoid(x * x)")]
    [InlineData("x * Sigmoid(x * x * x - x)")]
    [InlineData("2 * x * Sigmoid(x)")]
    public void Others_stay_as_they_are(string formula) =>
        Assert.DoesNotContain(Lowering.Uses([FormulaAnalysis.Of(Read.Expression(formula)).Kernel.Forward]).Keys, node => node.Operator == Operator.SigmoidTail);

    [Theory]
    [InlineData("x * Sigmoid(x)", 1)]
    [InlineData("x * Sigmoid(0.001f * x)", 0.001)]
    [InlineData("x * Sigmoid(1.702f * x)", 1.702)]
    public void Value_and_slope_are_those_of_the_formula(string formula, double slope)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.Expression(formula)).Kernel;
        foreach (double x in new[] { -3e38, -1e5, -2000, -800, -90, -3, -0.5, -1e-30, 0, 1e-30, 0.5, 3, 90, 2000, 1e5, 3e38 })
        {
            double s = 1 / (1 + Math.Exp(-(float)slope * x)), rest = 1 / (1 + Math.Exp((float)slope * x));
            Assert.Equal(s == 0 ? 0 : x * s, Evaluator.At(kernel.Forward, x), 1e-12 * Math.Abs(x * s));
            Assert.Equal(s == 0 || rest == 0 ? s : s * (1 + ((float)slope * x * rest)), Evaluator.At(kernel.Derivative, x), 1e-12);
        }
    }

    /// <summary>What overflows has no rounding error, which without a choice would be put right by no number.</summary>
    [Theory]
    [InlineData("x * Sigmoid(1e37f * x)")]
    [InlineData("x * Sigmoid(1.7e38f * x)")]
    [InlineData("x / (1 + Exp(-1e37f * x))")]
    [InlineData("x * Sigmoid(x * (0.1f + 1e35f * x * x))")]
    [InlineData("0.5f * x * (1 + Tanh(0.8f * (x + 1e33f * x * x * x)))")]
    [InlineData("x * Sigmoid(1.1e30f * x)")]
    [InlineData("x * Sigmoid(1.1f * x * x * x * x * x)")]
    public void Arguments_that_overflow_are_those_of_a_step(string formula)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.Expression(formula)).Kernel;
        double[] points = [-0.0, 0, 3, -3, 20, -20, 63, -63, 65, -65, 1e9f, -1e9f, 1e38f, -1e38f, double.PositiveInfinity, double.NegativeInfinity];
        foreach (Arithmetic precision in new[] { Arithmetic.Single, Arithmetic.Double })
        {
            double[] values = Evaluator.At(kernel.Forward, points, [], precision), slopes = Evaluator.At(kernel.Derivative, points, [], precision);
            for (int i = 0; i < points.Length; i++)
            {
                Assert.Equal(Math.Max(points[i], 0), values[i], 1e-30);
                Assert.Equal(points[i] == 0 ? 0.5 : points[i] > 0 ? 1 : 0, slopes[i], 1e-6);
            }
        }
    }
}
