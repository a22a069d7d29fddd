using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class SelfCheckTests
{
    [Fact]
    public void Built_in_formulas_are_sound_and_only_the_exponential_overflows()
    {
        foreach (string name in Read.BuiltInNames)
        {
            string? fault = SelfCheck.FaultOf(Read.BuiltIn(name));
            if (name == "Exponential")
                Assert.Contains("overflows above x = 88.72", fault, StringComparison.Ordinal);
            else
                Assert.True(fault is null, fault);
        }
    }

    [Theory]
    [InlineData("x * Erf(Softplus(x))")] // Serf
    [InlineData("x * Tanh(Exp(Min(x, 10)))")] // TanhExp
    [InlineData("x * Sigmoid(x) * Sigmoid(x)")]
    [InlineData("x * Atan(Exp(Min(x, 20))) * 0.63661977f")]
    [InlineData("x * Log1p(Tanh(Softplus(x)))")]
    [InlineData("x + Sin(x) * Sin(x)")]
    [InlineData("x + Sin(5 * x) * Sin(5 * x) / 5")]
    [InlineData("Sin(30 * x)")]
    [InlineData("Cos(x) - x")]
    [InlineData("Sin(x) * Exp(-x * x)")]
    [InlineData("x * x - 4")]
    [InlineData("0.3f * x * x + 0.5f * x - 0.1f")]
    [InlineData("x * x * x / 10 - x")]
    [InlineData("x > 0 ? x * x : 0")]
    [InlineData("Max(x, 0.01f * x)")]
    [InlineData("Max(0, x) * Max(0, x) * Max(0, x)")]
    [InlineData("x / (1 + x * x)")]
    [InlineData("x / Sqrt(1 + x * x)")]
    [InlineData("0.5f * (x + Sqrt(x * x + 4))")]
    [InlineData("(Sqrt(x * x + 1) - 1) / 2 + x")]
    [InlineData("x / (1 + Abs(x))")]
    [InlineData("Sign(x) * Log1p(Abs(x))")]
    [InlineData("Atan(x)")]
    [InlineData("Erf(x) + 0.1f * x")]
    [InlineData("Exp(-Abs(x))")]
    [InlineData("1 - Exp(-x * x / 2)")]
    [InlineData("x - Tanh(x)")]
    [InlineData("Log(System.MathF.Cosh(x))")]
    [InlineData("Max(0, 0.5f * x)")] // ½x of the smallest denormal is 0
    [InlineData("Max(x, 0) + Min(0.01f * x, 0)")]
    [InlineData("Max(Min(x, 1), Max(-1, Min(0.5f * x, 0)))")]
    [InlineData("x > 3 ? x : x < -3 ? 0 : x * (x + 3) / 6")]
    [InlineData("x switch { < -1 => -1, > 1 => 1, _ => x * (3 - x * x) / 2 }")]
    [InlineData("Min(1, Max(0, 0.2f * x + 0.5f))")]
    [InlineData("x * Min(1, Exp(x))")]
    [InlineData("Pow(Max(x, 0), 1.5f)")]
    [InlineData("Softplus(2 * x) / 2 - 0.34657359f")]
    [InlineData("1.7159f * Tanh(0.6666667f * x) + 0.1f * x")]
    [InlineData("x * NormalCdf(x) + 0.1f * NormalPdf(x)")]
    [InlineData("0.5f * x * (1 + Tanh(0.79788456f * (x + 0.044715f * x * x * x)))")]
    [InlineData("0.5f * x * (1 + Erf(x / 1.41421356f))")]
    public void Reasonable_formulas_are_silent(string expression) => Assert.Null(SelfCheck.FaultOf(Read.Expression(expression)));

    [Theory]
    [InlineData("1 / x", "is infinite at x = 0: keep the denominator away from 0")]
    [InlineData("1 / (x - 0.3f)", "pole at x = 0.3")]
    [InlineData("x / (x * x - 2)", "pole at x = -1.414|pole at x = 1.414")]
    [InlineData("Log(x)", "is infinite at x = 0: Log has values above 0 only")]
    [InlineData("Log(x + 5)", "below x = -5|at x = -5: Log has values above 0 only")]
    [InlineData("Sqrt(x)", "below x")]
    [InlineData("Sqrt(Abs(x))", "x = 0: the slope of Sqrt is infinite at 0")]
    [InlineData("Exp(x)", "overflows above x = 88.72: bound the exponent")]
    [InlineData("Exp(x * x)", "overflows above x = 9.419|overflows below x = -9.419")]
    [InlineData("x * System.MathF.Sinh(x)", "bound it with Min and Max")]
    [InlineData("x * float.NaN", "is not a number for every x: it contains the constant NaN")]
    [InlineData("x + 1 / (x - x)", "for every x")]
    [InlineData("Pow(x, 0.3f)", "is not a number below x = -1.401E-45: Pow of a number below 0")]
    [InlineData("Pow(Abs(x), 0.3f)", "derivative of 'Test'")]
    [InlineData("x * x * x * x * 1e30f", "bound it with Min and Max")]
    [InlineData("Log1p(x)", "x = -1: Log1p has values above −1 only|x = -1.")]
    [InlineData("x * Exp(x) / (1 + Exp(x))", "overflows above x = 84.29: use Sigmoid")]
    [InlineData("Log(1 + Exp(x))", "above x = 88.72: use Softplus")]
    [InlineData("Exp(x) / (Exp(x) + Exp(1 - x))", "x = ")]
    [InlineData("(1 + x * 0.0001f) * (1 + x * 0.0001f) - 1 + x * x", "loses its digits")]
    [InlineData("Sqrt(x + 2000) - Sqrt(2000f)", "use (a − b)/(Sqrt(a) + Sqrt(b))")]
    [InlineData("Pow(2, Min(x, 9)) - 1", "use Expm1(u) for Exp(u) − 1")]
    [InlineData("Tanh(x) - Sin(x)", "rearrange it")]
    [InlineData("Sqrt(x)", "is not a number below x = -1.401E-45")] // an edge is a float
    [InlineData("Exp(-1 / (x * x))", "is not a number at x = 0|below x = -5.|above x = 5.")]
    [InlineData("x == 0 ? 1 : Sin(x) / x", "is not a number between x = -2.939E-39 and x = -1.401E-45: keep the denominator away from 0")]
    [InlineData("Sqrt((x - 2) * (x - 3))", "is not a number between x = 2 and x = 3: Sqrt has no value below 0")]
    [InlineData("Max(0, Tanh(x)) - Max(0, -Tanh(x))", "is 0 at x = 0, but 1 on both sides")]
    public void Unsound_formulas_are_found_at_their_point(string expression, string expected)
    {
        string? fault = SelfCheck.FaultOf(Read.Expression(expression));
        Assert.True(expected.Split('|').Any(part => fault?.Contains(part, StringComparison.Ordinal) ?? false), fault ?? "nothing found");
    }

    /// <summary>Of two numbers that differ the message shows the difference.</summary>
    [Theory]
    [InlineData("(1 + x * 0.0001f) * (1 + x * 0.0001f) - 1 + x * x")]
    [InlineData("Sqrt(x + 2000) - Sqrt(2000f)")]
    [InlineData("Pow(2, Min(x, 9)) - 1")]
    [InlineData("Tanh(x) - Sin(x)")]
    [InlineData("Log(1 + x * x + 0.5f) - 0.4054651f")]
    public void Numbers_that_differ_are_shown_to_differ(string expression)
    {
        string fault = SelfCheck.FaultOf(Read.Expression(expression))!;
        string[] numbers = fault[(fault.IndexOf("computes ", StringComparison.Ordinal) + 9)..].Split(';')[0].Split(" instead of ");
        Assert.Equal(2, numbers.Length);
        Assert.NotEqual(numbers[0], numbers[1]);
        Assert.InRange(fault.Length, 50, 260);
    }

    [Theory]
    [InlineData(1, 2, "1", "2")]
    [InlineData(0.055391, 0.055388, "0.0553", "0.0553")]
    [InlineData(1, 1 + 1e-12, "1", "1.000000000001")]
    public void Digits_suffice_to_tell_numbers_apart(double a, double b, string first, string second)
    {
        (string one, string other) = SelfCheck.Apart(a, b);
        Assert.NotEqual(one, other);
        Assert.StartsWith(first, one, StringComparison.Ordinal);
        Assert.StartsWith(second, other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HardTanh", "is the same number for every x", new[] { 1.0, -1 })]
    [InlineData("HardTanh", "is the same number for every x", new[] { 0.5, 0.5 })]
    [InlineData("SoftShrink", "jumps at x = -1", new[] { -1.0 })]
    [InlineData("Squareplus", "not a number", new[] { -1.0 })]
    [InlineData("Squareplus", "is not a number", new[] { 0.0 })]
    [InlineData("CELU", "overflows below x = -176.1", new[] { -2.0 })]
    public void Values_that_make_another_function_of_a_formula_are_found(string name, string expected, double[] values) =>
        Assert.Contains(expected, SelfCheck.FaultOf(Read.BuiltIn(name), values), StringComparison.Ordinal);

    [Theory]
    [InlineData("HardTanh", new[] { 0.0, 6 })]
    [InlineData("HardTanh", new[] { -8.0, 8 })]
    [InlineData("Threshold", new[] { 1.0, 0 })]
    [InlineData("Threshold", new[] { -1.0, -2 })]
    [InlineData("ThresholdedReLU", new[] { 0.1 })]
    [InlineData("ThresholdedReLU", new[] { -0.1 })]
    [InlineData("HardShrink", new[] { -1.0 })]
    [InlineData("SoftShrink", new[] { 0.0 })]
    [InlineData("LeakyReLU", new[] { 0.0 })]
    [InlineData("LeakyReLU", new[] { 0.3 })]
    [InlineData("LeakyReLU", new[] { -0.1 })]
    [InlineData("PReLU", new[] { 1.0 })]
    [InlineData("ELU", new[] { 0.1 })]
    [InlineData("ELU", new[] { 0.0 })]
    [InlineData("CELU", new[] { 0.1 })]
    [InlineData("Softplus", new[] { 0.2 })]
    [InlineData("Softplus", new[] { 20.0 })]
    [InlineData("Swish", new[] { 0.1 })]
    [InlineData("Swish", new[] { 10.0 })]
    [InlineData("Snake", new[] { 0.1 })]
    [InlineData("Snake", new[] { 20.0 })]
    [InlineData("Sin", new[] { 30.0 })]
    [InlineData("Squareplus", new[] { 0.01 })]
    public void Values_in_use_are_silent(string name, double[] values) => Assert.Null(SelfCheck.FaultOf(Read.BuiltIn(name), values));

    /// <summary>The check looks at the function, not at the kernel alone: a kernel that computes something else is found.</summary>
    [Fact]
    public void Kernel_of_another_function_is_found()
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression("x * Exp(-x * x / 10000)"));
        Expression held = Expression.Of(Operator.Min, Expression.Of(Operator.Max, Expression.Input, -64), 64);
        Expression other = Expression.Of(Operator.Multiply, held, analysis.Function.Operator == Operator.Multiply ? analysis.Function[1] : Expression.One);
        Assert.Null(DigitCheck.Find("Bell", (analysis.Function, analysis.Kernel.Forward), (analysis.Derivative, analysis.Kernel.Derivative), []));
        Assert.Contains("loses its digits at x = ", DigitCheck.Find("Bell", (analysis.Function, other), (analysis.Derivative, analysis.Kernel.Derivative), []), StringComparison.Ordinal);
        Assert.Contains("derivative", DigitCheck.Find("Bell", (analysis.Function, analysis.Kernel.Forward), (analysis.Derivative, Expression.Zero), []), StringComparison.Ordinal);
    }
}
