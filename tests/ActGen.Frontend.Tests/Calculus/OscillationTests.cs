using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Functions that vary faster than samples lie: what is not known is said to be unknown, and nothing wrong is said.</summary>
public class OscillationTests
{
    /// <summary>2π·16·x is 0 at every sample on the grid of 1⁄16.</summary>
    private const double Alias = 100.53096491487338;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(Alias)]
    [InlineData(250)]
    public void Waves_that_are_resolved(double omega)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn("Sin"), [omega]);
        Assert.Equal(new ValueRange(-1, true, 1, true), facts.Range);
        Assert.Equal((float)omega, facts.Lipschitz, 1e-5 * omega);
        Assert.Equal(Monotonicity.None, facts.Monotonicity);
        Assert.NotNull(facts.ResolvedWithin);
        Assert.Null(facts.SaturatesAbove);
        Assert.All(facts.Extrema, extremum => Assert.Equal(extremum.IsMaximum ? 1 : -1, extremum.Value));
        Assert.All(facts.Extrema, extremum => Assert.True(Math.Abs(extremum.X) <= facts.ResolvedWithin));
        // Extrema at ±π/2ω, ±3π/2ω …: none is left out on the way from 0 to the last that is listed.
        double[] positive = [.. facts.Extrema.Select(extremum => extremum.X).Where(x => x > 0)];
        for (int k = 0; k < positive.Length; k++)
            Assert.Equal(((2 * k) + 1) * Math.PI / (2 * (float)omega), positive[k], 2e-5 * positive[k]);
    }

    [Theory]
    [InlineData("Sin(3000000 * x)")]
    [InlineData("x * Sin(x * x * x * x)")]
    [InlineData("Sin(Exp(x))")]
    [InlineData("x * Sin(x)")]
    [InlineData("Abs(Sin(50 * x)) * x")]
    public void What_is_not_known_is_not_claimed(string expression)
    {
        Formula formula = Read.Expression(expression);
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        FormulaFacts facts = FormulaFacts.Of(formula);
        double within = Assert.NotNull(facts.ResolvedWithin);
        Assert.Equal(Monotonicity.None, facts.Monotonicity);
        double[] points = [.. Enumerable.Range(0, 20_000).Select(i => 0.00123 + (0.00379 * i))];
        foreach (double value in Evaluator.At(analysis.Function, points, []))
        {
            Assert.False(value > facts.Range.Supremum + 1e-4, $"{value} is above {facts.Range.Supremum}");
            Assert.False(value < facts.Range.Infimum - 1e-4, $"{value} is below {facts.Range.Infimum}");
        }
        foreach (double slope in Evaluator.At(analysis.Derivative, points, []))
            Assert.False(slope > facts.SlopeRange.Supremum * 1.00001, $"slope {slope} is above {facts.SlopeRange.Supremum}");
        Assert.All(facts.Zeros, zero => Assert.True(Math.Abs(zero) <= within));
        Assert.All(facts.Kinks, kink => Assert.True(Math.Abs(kink.X) <= within));
    }

    /// <summary>x + sin²(ax)/a rises everywhere for every a: f′ = 1 + sin 2ax.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(50)]
    public void Snake_never_falls(double a)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn("Snake"), [a]);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (facts.Range.Infimum, facts.Range.Supremum));
        Assert.False(facts.SlopeRange.Infimum < 0);
        Assert.True(facts.Monotonicity is Monotonicity.Increasing or Monotonicity.Unknown, facts.Monotonicity.ToString());
    }

    /// <summary>No wave: however steep, the facts are complete.</summary>
    [Theory]
    [InlineData("Tanh(1000 * x)", 1000)]
    [InlineData("Sigmoid(x * 500 - 3)", 125)]
    [InlineData("x * Sigmoid(200 * x)", 1.09984)]
    [InlineData("Max(x * x * x, 1000 * x)", double.PositiveInfinity)]
    public void Steep_functions_are_resolved(string expression, double steepest)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.Expression(expression));
        Assert.Null(facts.ResolvedWithin);
        Assert.Equal(steepest, facts.Lipschitz, 1e-4 * (double.IsInfinity(steepest) ? 1 : steepest));
    }

    [Fact]
    public void All_but_the_waves_of_the_library_are_resolved() =>
        Assert.Equal(["Sin", "Snake"], Read.BuiltInNames.Where(name => FormulaFacts.Of(Read.BuiltIn(name)).ResolvedWithin is not null));

    /// <summary>E sin²(ωz) = ½(1 − e^−2ω²), E (ω cos ωz)² = ½ω²(1 + e^−2ω²): exact.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(Alias)]
    [InlineData(300)]
    public void Moments_of_waves(double omega)
    {
        double w = (float)omega, damping = Math.Exp(-2 * w * w);
        FormulaMoments moments = FormulaFacts.Of(Read.BuiltIn("Sin"), [omega]).Moments;
        Assert.Equal((1 - damping) / 2, moments.MeanSquare, 2e-6);
        Assert.Equal(w * w * (1 + damping) / 2, moments.DerivativeMeanSquare, 5e-6 * w * w);
        Assert.Equal(0, moments.Mean, 1e-6);
    }

    [Fact]
    public void Moments_that_no_rule_can_compute_are_no_numbers()
    {
        FormulaFacts wave = FormulaFacts.Of(Read.BuiltIn("Sin"), [1e6]), root = FormulaFacts.Of(Read.Expression("Sqrt(Abs(x))"));
        Assert.True(double.IsNaN(wave.Gain));
        Assert.True(double.IsNaN(wave.BackwardGain));
        // E (√|z|)² = E|z| = √(2/π); its slope's square 1/4|z| has no integral.
        Assert.Equal(Math.Pow(2 / Math.PI, -0.25), root.Gain, 1e-5);
        Assert.True(double.IsNaN(root.BackwardGain));
    }

    /// <summary>A transition much narrower than a panel, at a place that no comparison tells: E tanh²(1000(z − 0.3)) is 1 but for 2·φ(0.3)/1000.</summary>
    [Fact]
    public void Moments_of_a_narrow_transition() =>
        Assert.Equal(1 - (2 * RealMath.NormalPdf(0.3) / 1000), FormulaFacts.Of(Read.Expression("Tanh(1000 * (x - 0.3f))")).Moments.MeanSquare, 2e-6);
}
