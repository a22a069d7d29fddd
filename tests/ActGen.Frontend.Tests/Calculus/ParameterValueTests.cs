using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>A kernel is the function for every value of its parameters, not only for those that were tried when it was made.</summary>
public class ParameterValueTests
{
    private static readonly float[] Values = [-3, 0.01f, 0.3f, 20, 100, 1e4f];

    /// <summary>Floats of all sizes that a square does not carry out of float.</summary>
    private static readonly double[] Points = [.. SamplePoints.All.Where(x => Math.Abs(x) <= 1e6), 70, 200, -70, -200];

    public static TheoryData<string> BuiltIns => [.. Read.BuiltInNames.Where(name => Read.BuiltIn(name).Parameters.Count > 0)];

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void Kernel_of_a_built_in_is_its_function(string name) => AssertSame(Read.BuiltIn(name));

    [Theory]
    [InlineData("float p = 100f", "x * Exp(-(x / p) * (x / p))")]
    [InlineData("[ActGen.Learnable] float p = 1f", "x * Exp(-(x / p) * (x / p))")]
    [InlineData("float p = 1f", "x * NormalPdf(x / p)")]
    [InlineData("float p = 1f", "x * Exp(-x * x / (p * p))")]
    [InlineData("float p = 1f", "x * Erfc(Abs(x) / p)")]
    [InlineData("float p = 1f", "x * x / (p * p + x * x)")]
    [InlineData("float p = 1f, float q = 1f", "x * Sigmoid(p * x) * Sigmoid(q * x)")]
    [InlineData("float p = 1f", "x * Atan(x / p)")]
    public void Kernel_of_a_users_formula_is_its_function(string parameters, string expression) =>
        AssertSame(Read.Formula($"public static float Formula(float x, {parameters}) => {expression};"));

    /// <summary>One end that cannot be mended is no reason to change what is right before it: HardSwish as textbooks write it overflows
    /// in 6x at 10³⁸ and is 0·∞ at −∞.</summary>
    [Theory]
    [InlineData("x * Min(Max(x + 3, 0), 6) / 6")]
    [InlineData("x * System.Math.Clamp(x + 3, 0, 6) / 6")]
    [InlineData("Abs(x) + 2 * x / Max(x, 2)")]
    [InlineData("x * x / (1 + Exp(-x))")]
    [InlineData("x * x * x / (1 + x * x)")]
    [InlineData("x * Tanh(x) * Tanh(x)")]
    [InlineData("Min(Softplus(x) - x, 3) + Max(Tanh(x), 3)")]
    public void Kernel_without_parameters_is_its_function(string expression)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression(expression));
        foreach ((Expression plain, Expression kernel) in new[] { (analysis.Function, analysis.Kernel.Forward), (analysis.Derivative, analysis.Kernel.Derivative) })
        {
            double[] found = Evaluator.At(kernel, Points, []), expected = Reference.Of(plain, kernel, Points, []);
            for (int k = 0; k < Points.Length; k++)
            {
                if (double.IsFinite(Points[k]) && double.IsFinite(expected[k]))
                    Assert.Equal(expected[k], found[k], 1e-9 * Math.Abs(expected[k]) + 1e-30);
            }
        }
    }

    /// <summary>Values of users' formulas with one parameter, far out.</summary>
    [Theory]
    [InlineData("x * Exp(-b * x * x)", 1e-3f, 88, 0.0381335)]
    [InlineData("x * Exp(-b * x * x)", 0, 1e6f, 1e6)]
    [InlineData("x * NormalPdf(b * x)", 1e-3f, 2000, 107.98193)]
    [InlineData("Min(Softplus(x) - x, b) + Max(Tanh(x), b)", 3, 100, 3)]
    [InlineData("x + x*x > x && 0 / x >= b ? Sigmoid(x) : x > b ? Exp(x)*(x >= x ? 0 : x) : x", 0.75f, 65, 0)]
    public void Values_far_out(string expression, float b, float x, double expected) =>
        Assert.Equal(expected, Evaluator.At(FormulaAnalysis.Of(Read.Formula($"public static float Formula(float x, float b = 1f) => {expression};")).Kernel.Forward, [x], [b], Arithmetic.Single)[0], 1e-4 * Math.Abs(expected) + 1e-30);

    /// <summary>Slopes likewise.</summary>
    [Theory]
    [InlineData("x / (1 + b * x * x)", 1, 500, -4e-6)]
    [InlineData("x / (1 + b * x * x)", 1e-4f, 200, -0.12)]
    [InlineData("x * Tanh(b * x)", 0.01f, 120, 1.2000)]
    [InlineData("x * Erf(b * x)", 0.001f, 500, 0.95989)]
    [InlineData("x * NormalCdf(b * x)", 0.01f, -150, -0.12746)]
    [InlineData("x * Exp(-Exp(-b * x))", 0.001f, 500, 0.71061)]
    [InlineData("Exp(-b * x * x)", 1e-4f, 150, -0.0031620)]
    public void Slopes_far_out(string expression, float b, float x, double expected)
    {
        foreach (string learned in new[] { "", "[ActGen.Learnable] " })
        {
            FormulaKernel kernel = FormulaAnalysis.Of(Read.Formula($"public static float Formula(float x, {learned}float b = 1f) => {expression};")).Kernel;
            Assert.Equal(expected, Evaluator.At(kernel.Derivative, [x], [b], Arithmetic.Single)[0], 1e-3 * Math.Abs(expected));
        }
    }

    /// <summary>The numbers of p·x·e^−(x/p)², p = 100.</summary>
    [Fact]
    public void Slow_bells_are_not_cut_off()
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.Formula("public static float Formula(float x, float p = 100f) => x * Exp(-(x/p)*(x/p));")).Kernel;
        Assert.Equal(42.8838, Evaluator.At(kernel.Forward, [70], [100], Arithmetic.Single)[0], 1e-3);
        Assert.Equal(-0.12821, Evaluator.At(kernel.Derivative, [200], [100], Arithmetic.Single)[0], 1e-4);
    }

    /// <summary>NaN comes out for every value of the parameters, also where a branch does not read x.</summary>
    [Theory]
    [InlineData("x > 0 ? x : p > 0 ? p * x : 0")]
    [InlineData("x < 0 ? 0 : p == 0 ? 1 : x")]
    [InlineData("Pow(Abs(x), p)")]
    [InlineData("x * Sigmoid(p * x)")]
    [InlineData("Max(p * x, x)")]
    [InlineData("x >= p ? 1 : 0")]
    public void NaN_in_NaN_out(string expression)
    {
        Formula formula = Read.Formula($"public static float Formula(float x, float p = 1f) => {expression};");
        foreach (double p in (double[])[-1, 0, 0.5, 1, 20])
            Assert.True(double.IsNaN(Evaluator.At(FormulaAnalysis.Of(formula).Kernel.Forward, double.NaN, p)), $"p = {p}");
    }

    /// <summary>Limits by the sign of the parameter.</summary>
    [Theory]
    [InlineData("Swish", 1, 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Swish", 0, double.NegativeInfinity, 0.5, double.PositiveInfinity, 0.5)]
    [InlineData("Swish", -1, double.NegativeInfinity, 1, 0, 0)]
    [InlineData("Swish", 1e-10f, 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Swish", 1e10f, 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Softplus", 2, 0, 0, double.PositiveInfinity, 1)]
    [InlineData("ISRU", 4, -0.5, 0, 0.5, 0)]
    public void Limits(string name, double p, double low, double slopeLow, double high, double slopeHigh)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.BuiltIn(name)).Kernel;
        double[] ends = [double.NegativeInfinity, double.PositiveInfinity];
        Assert.Equal([low, high], Evaluator.At(kernel.Forward, ends, [p], Arithmetic.Single).Select(y => y + 0.0));
        Assert.Equal([slopeLow, slopeHigh], Evaluator.At(kernel.Derivative, ends, [p], Arithmetic.Single).Select(y => y + 0.0));
    }

    /// <summary>Finite in, finite out, where the argument of the function overflows.</summary>
    [Theory]
    [InlineData("Softplus", 2, 3e38f, 3e38f)]
    [InlineData("Softplus", 1.5f, float.MaxValue, float.MaxValue)]
    [InlineData("Softplus", 2, -3e38f, 0)]
    [InlineData("ISRU", 0, 1e20f, 1e20f)]
    [InlineData("ISRU", 1e-37f, 2e18f, 1.690309e18f)]
    [InlineData("ISRU", 1, float.MaxValue, 1)]
    [InlineData("ISRU", 100, -float.MaxValue, -0.1f)]
    [InlineData("Snake", 2, 3e38f, 3e38f)]
    public void Arguments_may_overflow(string name, float p, float x, float expected)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.BuiltIn(name)).Kernel;
        Assert.Equal(expected, Evaluator.At(kernel.Forward, [x], [p], Arithmetic.Single)[0], 2e-6 * Math.Abs(expected));
        Assert.True(double.IsFinite(Evaluator.At(kernel.Derivative, [x], [p], Arithmetic.Single)[0]));
    }

    [Fact]
    public void Sine_of_an_overflowing_product_is_a_number_but_not_at_infinity()
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.BuiltIn("Sin")).Kernel;
        Assert.All(Evaluator.At(kernel.Forward, [3e37f, -3.4e38f], [30], Arithmetic.Single), y => Assert.InRange(y, -1, 1));
        Assert.All(Evaluator.At(kernel.Derivative, [3e37f, -3.4e38f], [30], Arithmetic.Single), d => Assert.InRange(d, -30, 30));
        Assert.All(Evaluator.At(kernel.Forward, [double.NegativeInfinity, double.PositiveInfinity], [30], Arithmetic.Single), y => Assert.Equal(double.NaN, y));
    }

    /// <summary>√(x² + c) with a large c, in float.</summary>
    [Theory]
    [InlineData("Sqrt(x * x + 1e37f)", 2e18, 3.741657e18)]
    [InlineData("x / Sqrt(1 + x * x * 1e-37f)", 2e18, 1.690309e18)]
    public void Roots_switch_where_the_square_overflows(string expression, double x, double expected) =>
        Assert.Equal(expected, Evaluator.At(FormulaAnalysis.Of(Read.Expression(expression)).Kernel.Forward, [(float)x], [], Arithmetic.Single)[0], 1e-6 * expected);

    private static void AssertSame(Formula formula)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        foreach (float value in Values)
        {
            for (int i = 0; i < formula.Parameters.Count; i++)
            {
                double[] parameters = [.. formula.Defaults.Select(p => (double)(float)p)];
                parameters[i] = value;
                string where = $"{formula.DisplayName} with {formula.Parameters[i].Name} = {value}";
                Compare("f", analysis.Function, analysis.Kernel.Forward);
                Compare("f′", analysis.Derivative, analysis.Kernel.Derivative);
                for (int j = 0; j < formula.Parameters.Count; j++)
                {
                    if (formula.Parameters[j].IsLearnable)
                        Compare("∂f/∂" + formula.Parameters[j].Name, analysis.ParameterDerivatives[j], analysis.Kernel.ParameterDerivatives[j]);
                }

                void Compare(string what, Expression plain, Expression kernel)
                {
                    double[] found = Evaluator.At(kernel, Points, parameters), expected = Reference.Of(plain, kernel, Points, parameters);
                    for (int k = 0; k < Points.Length; k++)
                    {
                        if (double.IsFinite(Points[k]) && double.IsFinite(expected[k]))
                            Assert.True(found[k] == expected[k], $"{where}: {what} at {Points[k]:R} is {found[k]:R}, the function {expected[k]:R}");
                    }
                }
            }
        }
    }
}
