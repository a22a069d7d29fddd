using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class DerivativeTests
{
    private const double Step = 2.5e-4;

    public static TheoryData<string> BuiltIns => [.. Read.BuiltInNames];

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void Derivative_agrees_with_central_differences(string name)
    {
        Formula formula = Read.BuiltIn(name);
        foreach (double[] parameters in Values(formula))
            AssertDerivative(FormulaAnalysis.Of(formula).Function, FormulaAnalysis.Of(formula).Derivative, parameters);
    }

    [Theory]
    [InlineData("x * Erf(Softplus(x))")]
    [InlineData("x > 1 ? x * x : x < -1 ? -x : Exp(x)")]
    [InlineData("Sqrt(x * x + 1) / (2 + Tanh(x))")]
    [InlineData("Log(2 + Sigmoid(3 * x) - NormalPdf(x)) * Abs(x - 0.3f)")]
    [InlineData("Log1p(Exp(-x)) + Expm1(x / 4) - LogSigmoid(x)")]
    [InlineData("x + Sin(2 * x) * Sin(2 * x) / 2 - Cos(x * x / 20)")]
    [InlineData("Atan(x) * Erfc(x / 3)")]
    [InlineData("Pow(Abs(x) + 0.1f, 1.7f) + Pow(1.3f, x) + Pow(x, 3) - Pow(2 + Tanh(x), Sigmoid(x))")]
    [InlineData("System.MathF.Sinh(x / 2) + System.MathF.Cosh(x / 3) + System.MathF.Log2(2 + Abs(x))")]
    [InlineData("Max(x, Tanh(x) + 0.1f) * Min(1.5f, x)")]
    [InlineData("x switch { < -1 => -0.1f, >= -1 and < 1 => x * x, _ => 2 * x - 1 }")]
    public void Derivative_of_users_formulas_agrees_with_central_differences(string expression)
    {
        Formula formula = Read.Expression(expression);
        AssertDerivative(FormulaAnalysis.Of(formula).Function, FormulaAnalysis.Of(formula).Derivative, []);
    }

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void Parameter_derivative_agrees_with_central_differences(string name)
    {
        Formula formula = Read.BuiltIn(name);
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        foreach (double[] parameters in Values(formula))
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                if (!formula.Parameters[i].IsLearnable)
                    continue;
                foreach (double x in Grid())
                {
                    double difference = Difference(value => Evaluator.At(analysis.Function, x, [.. parameters.Select((p, j) => j == i ? value : p)]), parameters[i]);
                    AssertClose(difference, Evaluator.At(analysis.ParameterDerivatives[i], x, parameters), x);
                }
            }
        }
    }

    [Fact]
    public void Simplified_function_is_the_function()
    {
        foreach (string name in Read.BuiltInNames)
        {
            Formula formula = Read.BuiltIn(name);
            foreach (double x in Grid())
            {
                double written = Evaluator.At(formula.Expression, x, formula.Defaults);
                Assert.Equal(written, Evaluator.At(FormulaAnalysis.Of(formula).Function, x, formula.Defaults), 1e-14 * (1 + Math.Abs(written)));
            }
        }
    }

    [Fact]
    public void Every_operator_has_a_row_and_every_function_a_derivative()
    {
        foreach (Operator op in Enum.GetValues<Operator>())
        {
            if (op <= Operator.Parameter)
                continue;
            OperatorRow row = OperatorTable.Row(op);
            Assert.True(row.IsCondition || row.Partials is not null, op.ToString());
        }
    }

    /// <summary>The conventions at kinks.</summary>
    [Theory]
    [InlineData("ReLU", 0, 0)]
    [InlineData("LeakyReLU", 0, 0.01)]
    [InlineData("ReLU6", 0, 0)]
    [InlineData("ReLU6", 6, 0)]
    [InlineData("HardTanh", -1, 0)]
    [InlineData("HardTanh", 1, 0)]
    [InlineData("ELU", 0, 1)]
    [InlineData("GELU", 0, 0.5)]
    public void Derivative_at(string name, double x, double expected) =>
        Assert.Equal(expected, Evaluator.At(FormulaAnalysis.Of(Read.BuiltIn(name)).Derivative, x, Read.BuiltIn(name).Defaults), 1e-15);

    /// <summary>Smooth at the point where their parts change: ELU and CELU as PyTorch documents them, and others.</summary>
    [Theory]
    [InlineData("Max(0, x) + Min(0, Exp(x) - 1)", 0, 1)]
    [InlineData("Max(0, x) + Min(0, 1.5f * (Exp(x / 1.5f) - 1))", 0, 1)]
    [InlineData("Max(0, x) - Max(0, -x)", 0, 1)]
    [InlineData("Max(x, 0) + Min(x, 0)", 0, 1)]
    [InlineData("x > 0 ? x : -Abs(x)", 0, 1)]
    [InlineData("Max(x - 2, 0) + Min(2 * x - 4, 0) * 0.5f", 2, 1)]
    [InlineData("Sign(x) * Max(x, -x)", 0, 1)]
    [InlineData("Max(0, x) + Max(0, -x)", 0, 0)] // |x| has a kink: the convention
    [InlineData("Max(0, x) + Min(0, 2 * x)", 0, 0)] // so has this
    public void Derivative_where_parts_meet(string expression, double x, double expected)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.Expression(expression));
        Assert.Equal(expected, Evaluator.At(analysis.Derivative, x), 1e-12);
        Assert.Equal(expected, Evaluator.At(analysis.Kernel.Derivative, [x], [], Arithmetic.Single)[0], 1e-6);
    }

    [Theory]
    [InlineData("Max(0, x) + Min(0, p * (Exp(x / p) - 1))", 0.5, 1)] // CELU for every α
    [InlineData("Max(0, x) + p * Min(0, Exp(x) - 1)", 1, 1)] // ELU: smooth for α = 1
    [InlineData("Max(0, x) + p * Min(0, Exp(x) - 1)", 2, 0)] // else a kink
    public void Derivative_where_parts_with_parameters_meet(string expression, double p, double expected) =>
        Assert.Equal(expected, Evaluator.At(FormulaAnalysis.Of(Read.Formula($"public static float Formula(float x, float p = 1f) => {expression};")).Derivative, 0, p), 1e-12);

    [Fact]
    public void Derivative_of_absolute_value_is_0_at_0() =>
        Assert.Equal(0, Evaluator.At(FormulaAnalysis.Of(Read.Expression("Abs(x)")).Derivative, 0));

    internal static IEnumerable<double[]> Values(Formula formula)
    {
        yield return formula.Defaults;
        if (formula.Parameters.Count > 0)
        {
            yield return [.. formula.Defaults.Select(value => 0.3 + value)];
            yield return [.. formula.Defaults.Select(_ => 1.7)];
        }
    }

    private static void AssertDerivative(Expression f, Expression derivative, double[] parameters)
    {
        // Parameters are where formulas have their kinks and jumps.
        foreach (double x in Grid().Where(x => parameters.All(p => Math.Abs(Math.Abs(x) - Math.Abs(p)) > 3 * Step)))
            AssertClose(Difference(value => Evaluator.At(f, value, parameters), x), Evaluator.At(derivative, x, parameters), x);
    }

    /// <summary>Off the round numbers, where kinks are.</summary>
    private static IEnumerable<double> Grid() => Enumerable.Range(-140, 281).Select(i => (i * 0.0731) + 0.0123);

    /// <summary>Central difference of fourth order.</summary>
    private static double Difference(Func<double, double> f, double x) =>
        (f(x - (2 * Step)) - (8 * f(x - Step)) + (8 * f(x + Step)) - f(x + (2 * Step))) / (12 * Step);

    private static void AssertClose(double expected, double actual, double x) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 + (1e-8 * Math.Abs(expected)), $"at {x}: difference {expected}, derivative {actual}");
}
