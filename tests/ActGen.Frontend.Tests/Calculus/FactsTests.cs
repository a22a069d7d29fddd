using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Facts of the built-in formulas against the catalogue of activations, and of formulas whose facts can be written down.</summary>
public class FactsTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData("Identity", "(−∞, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.Odd))]
    [InlineData("ReLU", "[0, ∞)", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.None))]
    [InlineData("ReLU6", "[0, 6]", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.None))]
    [InlineData("LeakyReLU", "(−∞, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("ThresholdedReLU", "[0, ∞)", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.None))]
    [InlineData("HardTanh", "[-1, 1]", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.Odd))]
    [InlineData("ELU", "(-1, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("SELU", "(-1.7581, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("GELU", "[-0.169971, ∞)", nameof(Monotonicity.None), nameof(Symmetry.None))]
    [InlineData("GELUTanh", "[-0.170041, ∞)", nameof(Monotonicity.None), nameof(Symmetry.None))]
    [InlineData("SiLU", "[-0.278465, ∞)", nameof(Monotonicity.None), nameof(Symmetry.None))]
    [InlineData("Mish", "[-0.308843, ∞)", nameof(Monotonicity.None), nameof(Symmetry.None))]
    [InlineData("HardSwish", "[-0.375, ∞)", nameof(Monotonicity.None), nameof(Symmetry.None))]
    [InlineData("Sigmoid", "(0, 1)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("HardSigmoid", "[0, 1]", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.None))]
    [InlineData("LogSigmoid", "(−∞, 0)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("Tanh", "(-1, 1)", nameof(Monotonicity.Increasing), nameof(Symmetry.Odd))]
    [InlineData("Softsign", "(-1, 1)", nameof(Monotonicity.Increasing), nameof(Symmetry.Odd))]
    [InlineData("Softplus", "(0, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("Exponential", "(0, ∞)", nameof(Monotonicity.Increasing), nameof(Symmetry.None))]
    [InlineData("SoftShrink", "(−∞, ∞)", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.Odd))]
    [InlineData("HardShrink", "(−∞, ∞)", nameof(Monotonicity.NonDecreasing), nameof(Symmetry.Odd))]
    [InlineData("Abs", "[0, ∞)", nameof(Monotonicity.None), nameof(Symmetry.Even))]
    [InlineData("Gaussian", "(0, 1]", nameof(Monotonicity.None), nameof(Symmetry.Even))]
    [InlineData("LiSHT", "[0, ∞)", nameof(Monotonicity.None), nameof(Symmetry.Even))]
    public void Range_monotonicity_and_symmetry(string name, string range, string monotonicity, string symmetry)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn(name));
        Assert.Equal(range, Text(facts.Range));
        Assert.Equal(monotonicity, facts.Monotonicity.ToString());
        Assert.Equal(symmetry, facts.Symmetry.ToString());
    }

    [Theory]
    [InlineData("GELU", -0.7518, -0.16997, 1.41421, 1.1289)]
    [InlineData("SiLU", -1.2785, -0.27846, 2.3994, 1.0998)]
    [InlineData("Mish", -1.1924, -0.30884, 1.4906, 1.0885)]
    [InlineData("HardSwish", -1.5, -0.375, double.NaN, 1.5)]
    public void Extremes_of_the_catalogue(string name, double x, double minimum, double steepestAt, double steepest)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn(name));
        Extremum extremum = Assert.Single(facts.Extrema);
        Assert.False(extremum.IsMaximum);
        Assert.Equal(x, extremum.X, 6e-5);
        Assert.Equal(minimum, extremum.Value, 6e-6);
        Assert.Equal(steepest, facts.Lipschitz, 6e-5);
        if (!double.IsNaN(steepestAt))
            Assert.Equal(steepestAt, facts.SlopeExtrema[^1].X, 6e-5);
    }

    [Theory]
    [InlineData("ReLU", "0", "1 0")]
    [InlineData("LeakyReLU", "0.01 0", "1 0")]
    [InlineData("GELU", "0", "1 0")]
    [InlineData("Sigmoid", "0", "1")]
    [InlineData("SELU", "-1.7581", "1.0507 0")]
    [InlineData("LogSigmoid", "1 0", "0")]
    [InlineData("SquaredReLU", "0", "Infinity")]
    [InlineData("Abs", "-1 0", "1 0")]
    public void Behaviour_far_out(string name, string below, string above)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn(name));
        Assert.Equal(below, Text(facts.Below));
        Assert.Equal(above, Text(facts.Above));
    }

    [Theory]
    [InlineData("x - 0.5f * Tanh(x)", "1 0.5", "1 -0.5")]
    [InlineData("Sin(x)", "none", "none")]
    [InlineData("x + Sin(x) * Sin(x)", "-Infinity", "Infinity")]
    [InlineData("Log1p(Abs(x))", "Infinity", "Infinity")]
    [InlineData("Sin(x) / (1 + x * x)", "0", "0")]
    [InlineData("Sqrt(1 + x * x)", "-1 0", "1 0")]
    [InlineData("Atan(x)", "-1.5708", "1.5708")]
    public void Behaviour_far_out_of_users_formulas(string expression, string below, string above)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.Expression(expression));
        Assert.Equal(below, Text(facts.Below));
        Assert.Equal(above, Text(facts.Above));
    }

    [Fact]
    public void Kinks_jumps_and_dead_regions()
    {
        FormulaFacts relu6 = FormulaFacts.Of(Read.BuiltIn("ReLU6"));
        Assert.Equal([new Kink(0, 0, 1, 0), new Kink(6, 1, 0, 0)], relu6.Kinks);
        Assert.Equal([new Interval(-Infinity, 0), new Interval(6, Infinity)], relu6.DeadRegions);
        Assert.Empty(relu6.Jumps);
        Assert.Equal((0, 6), (relu6.SaturatesBelow, relu6.SaturatesAbove));

        FormulaFacts thresholded = FormulaFacts.Of(Read.BuiltIn("ThresholdedReLU"));
        Assert.Equal([new Jump(1, 0, 1, 0)], thresholded.Jumps);
        Assert.Empty(thresholded.Kinks);
        Assert.Equal([new Interval(-Infinity, 1)], thresholded.DeadRegions);

        Assert.Equal([new Kink(0, 0.01, 1, 0.01)], FormulaFacts.Of(Read.BuiltIn("LeakyReLU")).Kinks);
        Assert.Equal([new Interval(-0.5, 0.5)], FormulaFacts.Of(Read.BuiltIn("HardShrink")).DeadRegions);
        // Tails that vanish are not dead.
        foreach (string smooth in (string[])["Tanh", "Sigmoid", "GELU", "SiLU", "Mish", "Gaussian", "ELU", "Softplus"])
            Assert.Empty(FormulaFacts.Of(Read.BuiltIn(smooth)).DeadRegions);
        Assert.Equal([new Interval(-Infinity, Infinity)], FormulaFacts.Of(Read.Expression("0 * x + 2")).DeadRegions);
        Assert.Equal([new Jump(0, -1, 1, 0)], FormulaFacts.Of(Read.Expression("Sign(x)")).Jumps);
    }

    [Theory]
    [InlineData("x * x - 4", "-2 2")]
    [InlineData("x * (x - 0.3f)", "0 0.3")]
    [InlineData("Exp(x)", "")]
    [InlineData("x * Exp(-x * x)", "0")]
    [InlineData("Max(x, 0)", "")]
    [InlineData("Abs(x) - 1", "-1 1")]
    public void Zeros(string expression, string expected) =>
        Assert.Equal(expected, string.Join(" ", FormulaFacts.Of(Read.Expression(expression)).Zeros.Select(Number)));

    [Theory]
    [InlineData("Exp(x)", double.NaN, 88.7228)]
    [InlineData("x * x * x", -6.98105e12, 6.98105e12)]
    [InlineData("Log(x)", 0, double.NaN)]
    [InlineData("Tanh(x)", double.NaN, double.NaN)]
    public void Overflow(string expression, double below, double above)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.Expression(expression));
        Assert.Equal(below, facts.OverflowsBelow ?? double.NaN, 1e-4 * Math.Max(1, Math.Abs(double.IsNaN(below) ? 1 : below)));
        Assert.Equal(above, facts.OverflowsAbove ?? double.NaN, 1e-4 * Math.Max(1, Math.Abs(double.IsNaN(above) ? 1 : above)));
    }

    [Fact]
    public void Actual_parameters_count()
    {
        Formula leaky = Read.BuiltIn("LeakyReLU");
        Assert.Equal("0.2 0", Text(FormulaFacts.Of(leaky, [0.2]).Below));
        Assert.True(FormulaFacts.Of(leaky, [1]).IsIdentity);
        Assert.True(FormulaFacts.Of(leaky, [1]).IsAffine);
        Assert.Equal(Monotonicity.None, FormulaFacts.Of(leaky, [-0.5]).Monotonicity);
        Assert.False(FormulaFacts.Of(leaky).IsAffine);
    }

    [Theory]
    [InlineData("Tanh", true)]
    [InlineData("Softsign", true)]
    [InlineData("Sigmoid", false)]
    [InlineData("ReLU", false)]
    [InlineData("GELU", false)]
    public void Zero_centred(string name, bool expected) => Assert.Equal(expected, FormulaFacts.Of(Read.BuiltIn(name)).IsZeroCentred);

    [Fact]
    public void Squashing_is_from_0_to_1()
    {
        string[] squashing = [.. Read.BuiltInNames.Where(name => FormulaFacts.Of(Read.BuiltIn(name)).IsSquashing)];
        Assert.Equal(["HardSigmoid", "Sigmoid", "SparseSigmoid"], squashing);
        Assert.True(FormulaFacts.Of(Read.Expression("0.5f + Atan(x) / System.MathF.PI")).IsSquashing);
    }

    [Fact]
    public void Scatter_and_drift_of_the_catalogue()
    {
        // κ: ReLU 5.0, GELU 6.2, SELU 1.5, tanh 0.63.
        Assert.Equal(5, FormulaFacts.Of(Read.BuiltIn("ReLU")).Moments.Spread, 0.05);
        Assert.Equal(6.2, FormulaFacts.Of(Read.BuiltIn("GELU")).Moments.Spread, 0.05);
        Assert.Equal(1.5, FormulaFacts.Of(Read.BuiltIn("SELU")).Moments.Spread, 0.05);
        Assert.Equal(0.63, FormulaFacts.Of(Read.BuiltIn("Tanh")).Moments.Spread, 0.005);
        Assert.Equal(1, FormulaFacts.Of(Read.BuiltIn("ReLU")).Moments.Slope, 1e-6);
    }

    private static string Text(ValueRange range) =>
        $"{(range.IsInfimumAttained ? "[" : "(")}{Number(range.Infimum)}, {Number(range.Supremum)}{(range.IsSupremumAttained ? "]" : ")")}";

    private static string Text(Asymptote end) => end.Kind switch
    {
        AsymptoteKind.None => "none",
        AsymptoteKind.Linear => $"{Number(end.Slope)} {Number(end.Intercept)}",
        AsymptoteKind.Infinite => end.Value > 0 ? "Infinity" : "-Infinity",
        _ => Number(end.Value),
    };

    private static string Number(double value) => double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞") : value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
}
