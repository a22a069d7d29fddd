using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class KeepRuleTests
{
    [Theory]
    [InlineData("Identity", nameof(Operand.None))]
    [InlineData("ReLU", nameof(Operand.Output))]
    [InlineData("ReLU6", nameof(Operand.Output))]
    [InlineData("HardTanh", nameof(Operand.Output))]
    [InlineData("LeakyReLU", nameof(Operand.Output))]
    [InlineData("ELU", nameof(Operand.Output))]
    [InlineData("SELU", nameof(Operand.Output))]
    [InlineData("CELU", nameof(Operand.Output))]
    [InlineData("Sigmoid", nameof(Operand.Output))]
    [InlineData("LogSigmoid", nameof(Operand.Output))]
    [InlineData("Tanh", nameof(Operand.Output))]
    [InlineData("Softplus", nameof(Operand.Output))]
    [InlineData("Softsign", nameof(Operand.Output))]
    [InlineData("Exponential", nameof(Operand.Output))]
    [InlineData("HardSigmoid", nameof(Operand.Output))]
    [InlineData("SparseSigmoid", nameof(Operand.Output))]
    [InlineData("SparsePlus", nameof(Operand.Output))]
    [InlineData("LeCunTanh", nameof(Operand.Output))]
    [InlineData("SoftShrink", nameof(Operand.Output))]
    [InlineData("SquaredReLU", nameof(Operand.Output))]
    [InlineData("ThresholdedReLU", nameof(Operand.Output))]
    [InlineData("Abs", nameof(Operand.Derivative))]
    [InlineData("Gaussian", nameof(Operand.Derivative))]
    [InlineData("LiSHT", nameof(Operand.Derivative))]
    [InlineData("HardSwish", nameof(Operand.Derivative))]
    [InlineData("HardShrink", nameof(Operand.Output))]
    [InlineData("Sin", nameof(Operand.Derivative))]
    [InlineData("Snake", nameof(Operand.Input))]
    [InlineData("GELU", nameof(Operand.Derivative))]
    [InlineData("GELUTanh", nameof(Operand.Derivative))]
    [InlineData("SiLU", nameof(Operand.Derivative))]
    [InlineData("Mish", nameof(Operand.Derivative))]
    [InlineData("Swish", nameof(Operand.Input))]
    [InlineData("PReLU", nameof(Operand.Input))]
    public void Keeps(string name, string expected)
    {
        Formula formula = Read.BuiltIn(name);
        Assert.Equal(expected, formula.Keeps.Operand.ToString());
        Assert.Equal(expected, FormulaAnalysis.Of(formula).OperandFor(formula.Defaults, [.. formula.Parameters.Select(p => p.IsLearnable)]).ToString());
    }

    [Theory]
    [InlineData("LeakyReLU", 0.2, nameof(Operand.Output))]
    [InlineData("LeakyReLU", 0, nameof(Operand.Derivative))]
    [InlineData("LeakyReLU", -0.1, nameof(Operand.Derivative))]
    [InlineData("LeakyReLU", double.NaN, nameof(Operand.Derivative))]
    [InlineData("ELU", 0, nameof(Operand.Output))]
    [InlineData("ELU", 2, nameof(Operand.Output))]
    [InlineData("ELU", -1, nameof(Operand.Derivative))]
    [InlineData("CELU", 0.5, nameof(Operand.Output))]
    [InlineData("CELU", 0, nameof(Operand.Derivative))]
    [InlineData("Softplus", 2, nameof(Operand.Output))]
    [InlineData("Softplus", -1, nameof(Operand.Output))] // logsigmoid
    [InlineData("SoftShrink", 0.5, nameof(Operand.Output))]
    [InlineData("SoftShrink", -0.5, nameof(Operand.Output))] // rises and jumps up
    [InlineData("HardShrink", 0.5, nameof(Operand.Output))]
    [InlineData("HardShrink", -0.5, nameof(Operand.Output))] // f is x
    [InlineData("ThresholdedReLU", 1, nameof(Operand.Output))]
    [InlineData("ThresholdedReLU", -1, nameof(Operand.Derivative))]
    public void Sign_of_the_parameter_decides(string name, double value, string expected) =>
        Assert.Equal(expected, FormulaAnalysis.Of(Read.BuiltIn(name)).OperandFor([value], [false]).ToString());

    [Theory]
    [InlineData(1, nameof(Operand.Output))]
    [InlineData(30, nameof(Operand.Derivative))]
    public void Rule_is_tried_on_the_values_in_use(double value, string expected)
    {
        // Grows through 0 for every sampled p; from 20 on it turns back and y has two sources.
        Formula formula = Read.Formula("public static float Formula(float x, float p = 1f) => x > 0 ? x : (20 - p) * x;");
        Assert.Equal(new KeepRule(Operand.Output), formula.Keeps);
        Assert.Equal(expected, FormulaAnalysis.Of(formula).OperandFor([value], [false]).ToString());
    }

    [Fact]
    public void Learned_parameter_needs_the_input() =>
        Assert.Equal(Operand.Input, FormulaAnalysis.Of(Read.BuiltIn("LeakyReLU")).OperandFor([0.2], [true]));

    [Theory]
    [InlineData("ReLU", "[y > 0]")]
    [InlineData("Tanh", "1 − y²")]
    [InlineData("Sigmoid", "y·(1 − y)")]
    [InlineData("ELU", "y > 0 ? 1 : y + alpha")]
    [InlineData("LeakyReLU", "y > 0 ? 1 : slope")]
    [InlineData("Softplus", "−expm1(−y·beta)")]
    [InlineData("Exponential", "y")]
    [InlineData("Softsign", "(1 − |y|)²")]
    [InlineData("SiLU", "σ(x)·(1 + x·σ(−x))")]
    [InlineData("GELU", "Φ(x) + x·φ(x)")]
    [InlineData("Mish", "tanh(softplus(x)) + x·sech²(softplus(x))·σ(x)")]
    [InlineData("Identity", "1")]
    public void Derivative_reads(string name, string expected) =>
        Assert.Equal(expected, FormulaAnalysis.Of(Read.BuiltIn(name)).DerivativeText);

    [Theory]
    [InlineData("x > 2 ? 0 : x > 1 ? x : 0", "[not x > 2]·(x > 1 ? x : 0)")]
    [InlineData("x > 2 ? 0 : x > 1 ? 1 : 0", "[not x > 2]·[x > 1]")]
    [InlineData("x * (-1 / Abs(x))", "x·(−1/|x|)")]
    [InlineData("x / (x + 1) / (x + 2)", "(x/(x + 1))/(x + 2)")]
    [InlineData("x / (x + 1) * (x + 2)", "(x/(x + 1))·(x + 2)")]
    [InlineData("2 * x / (x + 1)", "2·x/(x + 1)")]
    public void Formula_reads(string expression, string expected) => Assert.Equal(expected, FormulaAnalysis.Of(Read.Expression(expression)).Text);

    [Theory]
    [InlineData("Max(x, 0) * Max(x, 0)", nameof(Operand.Output))] // ReLU²: 2√y
    [InlineData("1.7159f * Tanh(2f / 3 * x)", nameof(Operand.Output))] // LeCun's tanh
    [InlineData("x > 1 ? x : 0", nameof(Operand.Output))] // thresholded
    [InlineData("x > 0 ? x : -x", nameof(Operand.Derivative))] // y does not tell the branch
    [InlineData("x < 0 ? 2 * x : x", nameof(Operand.Output))]
    [InlineData("x > 0 ? x : x - 1", nameof(Operand.None))] // the derivative is 1 on both sides
    [InlineData("x > 0 ? x : 2 * x + 1", nameof(Operand.Derivative))] // falls at 0: y in (0, 1) has two sources
    [InlineData("Exp(-x * x)", nameof(Operand.Derivative))]
    [InlineData("2 * x + 1", nameof(Operand.Output))]
    public void Users_formula_keeps(string expression, string expected) => Assert.Equal(expected, Read.Expression(expression).Keeps.Operand.ToString());

    /// <summary>In float, from y as the kernel rounds it, on points that the search did not see.</summary>
    [Fact]
    public void Derivative_in_y_agrees_over_all_binades()
    {
        var random = new Random(1);
        double[] points = [.. Enumerable.Range(0, 4000).Select(_ => (double)BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))).Where(double.IsFinite)];
        foreach (string name in Read.BuiltInNames.Where(name => name != "Exponential"))
        {
            Formula formula = Read.BuiltIn(name);
            FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
            if (analysis.Kernel.DerivativeOfOutput is not { } inOutput)
                continue;
            double[] defaults = [.. formula.Defaults.Select(value => (double)(float)value)];
            double[] exact = Evaluator.At(analysis.Derivative, points, defaults);
            double[] outputs = Evaluator.At(analysis.Kernel.Forward, points, defaults, Arithmetic.Single);
            double[] found = Evaluator.At(inOutput, outputs, defaults, Arithmetic.Single);
            double bound = 3e-7 * exact.Max(Math.Abs);
            // Where y has overflowed (x²) nothing can be learned from it.
            for (int i = 0; i < points.Length; i++)
                Assert.True(double.IsInfinity(outputs[i]) || Math.Abs(found[i] - exact[i]) <= bound, $"{name} at {points[i]:R}: {found[i]:R} for {exact[i]:R}");
        }
    }
}
