using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class SimplificationTests
{
    [Theory]
    [InlineData("1 - Sigmoid(x)", "sigmoid neg x")]
    [InlineData("1 - NormalCdf(x)", "normalcdf neg x")]
    [InlineData("1 / (1 + Exp(-x))", "sigmoid x")]
    [InlineData("x / (1 + Exp(x))", "* x sigmoid neg x")]
    [InlineData("Exp(x) - 1", "expm1 x")]
    [InlineData("Log(1 + x)", "log1p x")]
    [InlineData("Log(1 + Exp(x))", "softplus x")]
    [InlineData("Log(Sigmoid(x))", "logsigmoid x")]
    [InlineData("-Softplus(-x)", "logsigmoid x")]
    [InlineData("0.5f * (1 + Erf(x / 1.41421356f))", "normalcdf x")]
    [InlineData("1 - Tanh(x) * Tanh(x)", "* 4f * sigmoid * 2f x sigmoid * -2f x")]
    [InlineData("0.5f * (1 + Tanh(x))", "sigmoid * 2f x")]
    [InlineData("0.5f * x * (1 + Erf(x / 1.41421356f))", "* x normalcdf x")]
    [InlineData("0.5f * x * (1 + Erf(x * 0.70710678f))", "* x normalcdf x")]
    [InlineData("x * (0.5f + 0.5f * Erf(x / 1.41421356f))", "* x normalcdf x")]
    [InlineData("0.5f * Erfc(x / 1.41421356f)", "normalcdf neg x")]
    [InlineData("1 - Erf(x)", "erfc x")]
    [InlineData("2 - Erfc(x)", "erfc neg x")]
    [InlineData("1 - Cos(x)", "* 2f * sin * 0.5f x sin * 0.5f x")]
    [InlineData("1 - Sin(x) * Sin(x)", "* cos x cos x")]
    [InlineData("2 * Sin(x) * Cos(x)", "* 2f * sin x cos x")]
    [InlineData("Sin(-x) * Cos(-x)", "neg * sin x cos x")]
    [InlineData("x * Exp(x) / (1 + Exp(x))", "* x sigmoid x")]
    [InlineData("1 / Exp(x)", "exp neg x")]
    [InlineData("Sqrt(x * x)", "abs x")]
    [InlineData("(1 + Abs(x)) - x * Sign(x)", "1f")]
    [InlineData("Log(System.MathF.Cosh(x))", "logcosh x")]
    [InlineData("Pow(x, 3)", "* * x x x")]
    [InlineData("Pow(x, -2)", "/ 1f * x x")]
    [InlineData("Pow(x, 0.5f)", "sqrt x")]
    [InlineData("Pow(x, 1.5f)", "* x sqrt x")]
    [InlineData("x * Sign(x)", "abs x")]
    [InlineData("Exp(x) * Exp(2 * x)", "exp * 3f x")]
    [InlineData("Sigmoid(x) + x * Sigmoid(x)", "* sigmoid x + 1f x")]
    [InlineData("x > 0 ? x : 0", "max x 0f")]
    [InlineData("x < 6 ? x : 6", "min 6f x")]
    [InlineData("2 * (3 * x) - 0", "* 6f x")]
    [InlineData("x + x", "* 2f x")]
    [InlineData("x - x", "0f")]
    [InlineData("2 * (3 / (1 + Abs(x)))", "/ 6f + 1f abs x")]
    public void Goes_in_the_stable_direction(string expression, string expected) =>
        Assert.Equal(expected, Algebra.Simplify(Read.Expression(expression).Expression).ToString());

    [Fact]
    public void Simplified_means_the_same()
    {
        var random = new Random(3);
        string[] terms = ["x", "2f", "Exp(x)", "Sigmoid(x)", "Tanh(x)", "Softplus(-x)", "(1 + x)", "Abs(x)", "NormalCdf(x)", "1f", "(x > 0.3f ? x : 0.3f)"];
        string[] operators = ["+", "-", "*", "/"];
        for (int i = 0; i < 300; i++)
        {
            string text = terms[random.Next(terms.Length)];
            for (int j = random.Next(1, 5); j > 0; j--)
                text = $"({text} {operators[random.Next(4)]} {terms[random.Next(terms.Length)]})";
            Expression written = Read.Expression(text).Expression, simplified = Algebra.Simplify(written);
            for (double x = -3.05; x < 3; x += 0.37)
            {
                double expected = Evaluator.At(written, x), actual = Evaluator.At(simplified, x);
                if (double.IsFinite(expected))
                    Assert.True(Math.Abs(expected - actual) <= 1e-9 * (1 + Math.Abs(expected)), $"{text} at {x}: {expected} became {actual}");
            }
        }
    }

    /// <summary>What C# has no value for has none: nothing is cancelled that can be 0, infinite or no number.</summary>
    [Theory]
    [InlineData("x / x")]
    [InlineData("x * x / x")]
    [InlineData("x * (1 / x)")]
    [InlineData("(x - 1) * x / (x - 1)")]
    [InlineData("0 / x")]
    [InlineData("0 * (1 / x)")]
    [InlineData("0 * Log(x)")]
    [InlineData("Log(x) - Log(x)")]
    [InlineData("x + 1 / x - 1 / x")]
    [InlineData("Sqrt(x) / Sqrt(x)")]
    [InlineData("Log(x) > 0 ? Log(x) : 0")]
    [InlineData("1 / x > 0 ? x : x")]
    [InlineData("(x > 0 ? 1 : 0) * (1 / x)")]
    [InlineData("(x > 0 ? 1 : 0) * Sqrt(x)")]
    [InlineData("Exp(1 / x) * Exp(-1 / x)")]
    [InlineData("Pow(x, -1) * x")]
    [InlineData("Pow(Log(x), 0)")]
    [InlineData("x * Sign(x) / Abs(x)")]
    public void Value_that_is_missing_stays_missing(string expression) => AssertSame(expression);

    /// <summary>Random formulas of everything that can have no value, at the points where it has none.</summary>
    [Fact]
    public void Simplified_has_a_value_where_the_written_has_one()
    {
        var random = new Random(11);
        string[] terms = ["x", "0f", "1f", "2f", "(1 + x)", "(x - 1)", "Exp(x)", "Log(x)", "Sqrt(x)", "Abs(x)", "Sign(x)", "Tanh(x)", "Log(1 + x)", "Pow(x, -2)", "Pow(x, 1.5f)", "(x > 0 ? x : 0)", "(x > 0 ? 1f : 0f)", "(1 / x)"];
        for (int i = 0; i < 1500; i++)
        {
            string text = terms[random.Next(terms.Length)];
            for (int j = random.Next(1, 5); j > 0; j--)
            {
                string other = terms[random.Next(terms.Length)];
                text = random.Next(7) switch
                {
                    0 => $"({text} > {other} ? {text} : {other})",
                    1 => $"({other} - {text})",
                    int op => $"({text} {"+-*//"[op - 2]} {other})",
                };
            }
            AssertSame(text);
        }
    }

    /// <summary>The rows of the operators are C#'s own operations in double. A zero may lose its sign, and with it what is divided by it.</summary>
    private static void AssertSame(string text)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression(text));
        foreach (double x in (double[])[0, 1, -1, 2, 0.5, -0.5, -2, 3, 0.125, -0.125])
        {
            double written = Evaluator.At(analysis.Formula.Expression, x);
            Compare(written, Evaluator.At(analysis.Function, x), "simplified");
            Compare(written, Evaluator.At(analysis.Kernel.Forward, x), "as compiled");

            void Compare(double expected, double actual, string what) => Assert.True(
                !double.IsFinite(expected)
                    ? !double.IsFinite(actual)
                    : Math.Abs(expected - actual) <= 1e-9 * (1 + Math.Abs(expected)),
                $"{text} at {x}: {expected} is {actual} {what} ({analysis.Function}; {analysis.Kernel.Forward})");
        }
    }
}
