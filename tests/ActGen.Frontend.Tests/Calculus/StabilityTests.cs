using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Each stable form at a point where the formula as written, computed in float, loses its digits and the kernel keeps them.</summary>
public class StabilityTests
{
    private const double Ulp = 1.2e-7;

    [Theory]
    [InlineData("1 - Sigmoid(x)", 12)]
    [InlineData("1 - Tanh(x) * Tanh(x)", 7)]
    [InlineData("1 - Tanh(x)", 7)]
    [InlineData("1 + Tanh(x)", -7)]
    [InlineData("Exp(x) - 1", 1e-5)]
    [InlineData("1 - Exp(x)", 1e-5)]
    [InlineData("-1 + Exp(x)", 1e-5)]
    [InlineData("Log(1 + x)", 1e-5)]
    [InlineData("Log(1 + Exp(x))", -16)]
    [InlineData("Log(Sigmoid(x))", 16)]
    [InlineData("1 - NormalCdf(x)", 5)]
    [InlineData("0.5f * (1 + Erf(x / 1.41421356f))", -5)]
    [InlineData("0.5f * x * (1 + Erf(x / 1.41421356f))", -5)]
    [InlineData("1 - Erf(x)", 3.5)]
    [InlineData("1 - Cos(x)", 1e-3)]
    [InlineData("1 - Cos(x) * Cos(x)", 1e-3)]
    [InlineData("1 - Sin(x) * Sin(x)", 1.5705)]
    [InlineData("Sqrt(x * x + 1) + x", -3000)]
    [InlineData("x + Sqrt(x * x + 4)", -300)]
    [InlineData("Sqrt(x * x + 2) - x", 3000)]
    [InlineData("Sqrt(x * x + 1) - 1", 1e-3)]
    [InlineData("(Sqrt(x * x + 4) - 2) * 0.5f", 1e-3)]
    [InlineData("0.5f * (x + Sqrt(x * x + 4))", 3e38)] // √ + x is infinite
    [InlineData("0.25f * (Sqrt(x * x + 4) - x)", -3e38)]
    [InlineData("0.5f * (x + Sqrt(x * x + 4))", -300)]
    [InlineData("Sqrt(x * x + 1)", 1e20)]
    [InlineData("Sqrt(1 + 0.5f * x * x)", 1e25)]
    [InlineData("x / Sqrt(1 + x * x)", 1e25)]
    [InlineData("Sqrt(x * x)", 1e25)]
    [InlineData("x - Tanh(x)", 0.01)]
    [InlineData("Log(System.MathF.Cosh(x))", 1e-3)]
    [InlineData("Log(System.MathF.Cosh(x))", 95)]
    [InlineData("(Exp(x) - Exp(-x)) / 2", 1e-4)]
    [InlineData("Exp(x) * Exp(-x / 2)", 100)]
    [InlineData("Exp(x) / Exp(x / 2)", 100)]
    [InlineData("x * Exp(x) / (1 + Exp(x))", 100)]
    [InlineData("1 + x - x", 1e9)]
    public void Kernel_keeps_digits_that_the_formula_as_written_loses(string expression, double at)
    {
        Formula formula = Read.Expression(expression);
        double x = (float)at;
        FormulaKernel kernel = FormulaAnalysis.Of(formula).Kernel;
        double exact = Evaluator.At(kernel.Forward, x), asWritten = Evaluator.At(formula.Expression, x);
        // The forms are the same function.
        Assert.True(double.IsNaN(asWritten) || Math.Abs(exact - asWritten) <= 1e-6 * Math.Abs(exact), $"{exact:R}, as written {asWritten:R}");
        double naive = Evaluator.At(formula.Expression, [x], [], Arithmetic.Single)[0], found = Evaluator.At(kernel.Forward, [x], [], Arithmetic.Single)[0];
        Assert.True(Math.Abs(found - exact) <= 4 * Ulp * Math.Abs(exact), $"{found:R}, exactly {exact:R}");
        Assert.False(Math.Abs(naive - exact) <= 12 * Ulp * Math.Abs(exact), $"as written {naive:R}, exactly {exact:R}: nothing to gain here");
    }

    /// <summary>Derivatives, relative to their own value in the tail.</summary>
    [Theory]
    [InlineData("x * Sigmoid(x)", -30)]
    [InlineData("Sigmoid(x)", 20)]
    [InlineData("Tanh(x)", 12)]
    [InlineData("Softplus(x)", -30)]
    [InlineData("x / (1 + Abs(x))", 1e6)]
    [InlineData("x - Tanh(x)", 1e-3)]
    [InlineData("Log(System.MathF.Cosh(x))", 1e-3)]
    [InlineData("Log(System.MathF.Cosh(x))", 200)]
    public void Derivative_keeps_its_digits(string expression, double at)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression(expression));
        double exact = Evaluator.At(analysis.Derivative, (float)at), found = Evaluator.At(analysis.Kernel.Derivative, [(float)at], [], Arithmetic.Single)[0];
        Assert.True(Math.Abs(found - exact) <= 8 * Ulp * Math.Abs(exact), $"{found:R}, exactly {exact:R}");
    }

    [Theory]
    [InlineData("Exp(x * x)", 9.5, double.PositiveInfinity)]
    [InlineData("Exp(x * x)", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Exp(-x * x)", double.PositiveInfinity, 0)]
    [InlineData("Exp(3 * x)", double.NegativeInfinity, 0)]
    [InlineData("Sigmoid(3 * x + 1)", double.NegativeInfinity, 0)]
    [InlineData("Sigmoid(3 * x + 1)", double.PositiveInfinity, 1)]
    [InlineData("x * Sigmoid(3 * x + 1)", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("x * Sigmoid(3 * x + 1)", double.NegativeInfinity, 0)]
    [InlineData("x * Sigmoid(3 * x + 1)", -3e38, 0)]
    [InlineData("x > 0 ? Exp(-1f / x) : 0", double.PositiveInfinity, 1)]
    [InlineData("x > 0 ? Exp(-1f / x) : 0", double.NegativeInfinity, 0)]
    [InlineData("Exp(-1 / Abs(x))", double.PositiveInfinity, 1)]
    [InlineData("Exp(-1 / Abs(x))", double.NegativeInfinity, 1)]
    [InlineData("Exp(-1 / Abs(x))", 3e38, 1)]
    [InlineData("Sigmoid(-3 / x)", double.PositiveInfinity, 0.5)]
    [InlineData("Softplus(-3 / x)", double.PositiveInfinity, 0.6931471824645996)]
    [InlineData("NormalCdf(-3 / x)", double.PositiveInfinity, 0.5)]
    [InlineData("Softplus(3 * x + 1)", double.NegativeInfinity, 0)]
    [InlineData("Softplus(3 * x + 1)", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("LogSigmoid(3 * x + 1)", -3e38, double.NegativeInfinity)]
    [InlineData("NormalCdf(3 * x + 1)", -3e38, 0)]
    [InlineData("NormalCdf(3 * x + 1)", double.PositiveInfinity, 1)]
    [InlineData("x * NormalCdf(3 * x + 1)", double.NegativeInfinity, 0)]
    [InlineData("x * NormalCdf(3 * x + 1)", 3e37, (double)3e37f)]
    [InlineData("NormalPdf(3 * x + 1)", -3e38, 0)]
    public void Corrections_end_before_infinity(string expression, double x, double expected) =>
        Assert.Equal(expected, Evaluator.At(FormulaAnalysis.Of(Read.Expression(expression)).Kernel.Forward, [(float)x], [], Arithmetic.Single)[0] + 0.0);

    /// <summary>The argument of an exponential is computed with its rounding error: over its whole tail, denormals included.</summary>
    [Theory]
    [InlineData("Exp(-x * x)", 0, 10.1)]
    [InlineData("x * Exp(-x * x)", 0.01, 9.3)] // beyond, the exponential is denormal
    [InlineData("x * Sigmoid(1.702f * x)", -61, -0.1)]
    [InlineData("Sigmoid(3.3f * x + 0.7f)", -31, 5)]
    [InlineData("0.5f * x * (1 + Tanh(0.79788456f * (x + 0.044715f * x * x * x)))", -10.1, -0.01)]
    [InlineData("x * Sigmoid(x + x * x * x / 3)", -6.4, 6)]
    [InlineData("Softplus(3.3f * x) / 3.3f", -31, 5)]
    [InlineData("LogSigmoid(3.3f * x)", -5, 31)]
    [InlineData("NormalCdf(1.7f * x)", -8.3, 3)]
    [InlineData("x * NormalCdf(1.3f * x + 0.1f)", -10, 3)]
    [InlineData("NormalPdf(1.7f * x)", -8.2, 8.2)]
    [InlineData("(float)(x * Sigmoid((float)(1.70204567890123 * x)))", -61, -0.1)] // a constant that no float is
    [InlineData("(float)System.Math.Exp(-0.333333333333 * x)", 0.1, 260)]
    public void Rounded_arguments_cost_nothing(string expression, double from, double to)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression(expression));
        double[] points = [.. Enumerable.Range(0, 2001).Select(i => (double)(float)(from + ((to - from) * i / 2000)))];
        double[] exact = Evaluator.At(analysis.Function, points, []), found = Evaluator.At(analysis.Kernel.Forward, points, [], Arithmetic.Single);
        for (int i = 0; i < points.Length; i++)
            Assert.True(Math.Abs(found[i] - exact[i]) <= (3 * Ulp * Math.Abs(exact[i])) + 3e-45, $"at {points[i]:R}: {found[i]:R}, exactly {exact[i]:R}");
    }
}
