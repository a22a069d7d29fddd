using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class MomentTests
{
    /// <summary>1/√E f(z)² and 1/√E f′(z)² of the catalogue of activations, four digits. The catalogue's numbers are trapezoid sums, which lose
    /// two digits at a jump of f′; where the exact integral differs in the fourth digit, the comment has it.</summary>
    [Theory]
    [InlineData("Identity", 1, 1)]
    [InlineData("ReLU", 1.4142, 1.4142)]
    [InlineData("ReLU6", 1.4142, 1.4142)] // 1/√(Φ(6) − ½), not 1.4145
    [InlineData("LeakyReLU", 1.4141, 1.4141)] // √2/√(1 + s²), not 1.4144
    [InlineData("PReLU", 1.3720, 1.3720)]
    [InlineData("ThresholdedReLU", 1.5799, 2.5106)] // 1/√(Φ(−1) + φ(1)), not 1.5801, and 1/√Φ(−1), not 2.5115
    [InlineData("HardTanh", 1.3920, 1.2103)] // 1/√(2Φ(1) − 1), not 1.2105
    [InlineData("ELU", 1.2452, 1.2234)]
    [InlineData("CELU", 1.2452, 1.2234)]
    [InlineData("SELU", 1.0000, 0.9660)] // 1/(λ√(½ + α²e²Φ(−2))), not 0.9658
    [InlineData("GELU", 1.5335, 1.4811)]
    [InlineData("GELUTanh", 1.5336, 1.4812)]
    [InlineData("SiLU", 1.6765, 1.6233)]
    [InlineData("Swish", 1.6765, 1.6233)]
    [InlineData("Mish", 1.4868, 1.4448)]
    [InlineData("HardSwish", 1.7367, 1.6701)]
    [InlineData("Sigmoid", 1.8462, 4.7226)]
    [InlineData("HardSigmoid", 1.8978, 6.0081)]
    [InlineData("LogSigmoid", 1.0419, 1.8462)]
    [InlineData("SparseSigmoid", 1.6243, 2.4206)] // 2/√(2Φ(1) − 1), not 2.4210
    [InlineData("Tanh", 1.5925, 1.4674)]
    [InlineData("LeCunTanh", 1.1544, 1.1153)]
    [InlineData("Softsign", 2.3375, 2.0958)]
    [InlineData("Softplus", 1.0419, 1.8462)]
    [InlineData("SparsePlus", 1.3803, 1.6243)]
    [InlineData("Exponential", 0.3679, 0.3679)]
    [InlineData("SoftShrink", 1.5444, 1.2730)] // 1/√(2Φ(−½)), not 1.2734
    [InlineData("HardShrink", 1.0158, 1.2730)] // 1/√(2Φ(−½)), not 1.2734
    [InlineData("SquaredReLU", 0.8165, 0.7071)]
    [InlineData("Abs", 1.0000, 1.0000)]
    [InlineData("Gaussian", 1.4953, 1.6719)]
    [InlineData("LiSHT", 1.1487, 1.0748)]
    [InlineData("BentIdentity", 0.9655, 0.9596)]
    [InlineData("Squareplus", 0.8165, 1.8591)]
    [InlineData("TanhShrink", 2.3384, 1.9881)]
    [InlineData("QuickGELU", 1.5395, 1.4915)]
    [InlineData("Sin", 1.5209, 1.3273)]
    [InlineData("Snake", 0.8746, 0.8165)]
    [InlineData("ArcTan", 1.4912, 1.4142)]
    public void Gains_of_the_catalogue(string name, double forward, double backward)
    {
        FormulaFacts facts = FormulaFacts.Of(Read.BuiltIn(name));
        Assert.Equal(forward, facts.Gain, 6e-5);
        Assert.Equal(backward, facts.BackwardGain, 6e-5);
    }

    /// <summary>The catalogue's gain of the deviation, 1/√Var f(z): with the mean taken out, as for weights that are standardised.</summary>
    [Theory]
    [InlineData("ReLU", 1.7129)]
    [InlineData("ReLU6", 1.7129)]
    [InlineData("LeakyReLU", 1.7048)]
    [InlineData("PReLU", 1.5046)]
    [InlineData("ThresholdedReLU", 1.7099)]
    [InlineData("HardTanh", 1.3920)]
    [InlineData("ELU", 1.2708)]
    [InlineData("CELU", 1.2708)]
    [InlineData("SELU", 1.0000)]
    [InlineData("GELU", 1.7009)]
    [InlineData("GELUTanh", 1.7009)]
    [InlineData("QuickGELU", 1.7094)]
    [InlineData("SiLU", 1.7872)]
    [InlineData("Mish", 1.5920)]
    [InlineData("HardSwish", 1.8139)]
    [InlineData("Sigmoid", 4.8013)]
    [InlineData("HardSigmoid", 6.0150)]
    [InlineData("LogSigmoid", 1.9191)]
    [InlineData("SparseSigmoid", 2.7841)]
    [InlineData("Tanh", 1.5925)]
    [InlineData("LeCunTanh", 1.1544)]
    [InlineData("Softsign", 2.3375)]
    [InlineData("Softplus", 1.9191)]
    [InlineData("Squareplus", 1.9265)]
    [InlineData("SparsePlus", 1.7929)]
    [InlineData("Exponential", 0.4627)]
    [InlineData("TanhShrink", 2.3384)]
    [InlineData("SoftShrink", 1.5444)]
    [InlineData("HardShrink", 1.0158)]
    [InlineData("SquaredReLU", 0.8944)]
    [InlineData("Abs", 1.6589)]
    [InlineData("Sin", 1.5209)]
    [InlineData("Snake", 0.9447)]
    [InlineData("Gaussian", 2.9633)]
    [InlineData("BentIdentity", 0.9800)]
    [InlineData("LiSHT", 1.5992)]
    [InlineData("ArcTan", 1.4912)]
    public void Deviations_of_the_catalogue(string name, double gain)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.BuiltIn(name));
        FormulaMoments moments = analysis.Moments(analysis.Formula.Defaults);
        Assert.Equal(gain, 1 / Math.Sqrt(moments.MeanSquare - (moments.Mean * moments.Mean)), 2e-4 * gain);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(4)]
    public void Scale_of_the_input_counts(double q)
    {
        // E relu(√q z)² = q/2; E leaky² = q(1 + s²)/2; E (√q z)² = q: exact.
        Assert.Equal(q / 2, FormulaAnalysis.Of(Read.BuiltIn("ReLU")).MeanSquare([], q), 1e-6 * q);
        Assert.Equal(q * 1.04 / 2, FormulaAnalysis.Of(Read.BuiltIn("LeakyReLU")).MeanSquare([0.2], q), 1e-6 * q);
        Assert.Equal(q, FormulaAnalysis.Of(Read.BuiltIn("Identity")).MeanSquare([], q), 1e-6 * q);
        Assert.Equal(0.5, FormulaAnalysis.Of(Read.BuiltIn("ReLU")).DerivativeMeanSquare([], q), 1e-6);
    }

    /// <summary>Inputs that nobody normalised: all that a formula does lies within a small part of their range. Against the trapezoid rule in x.</summary>
    [Theory]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Gaussian")]
    [InlineData("HardSwish")]
    [InlineData("SoftShrink")]
    [InlineData("GELU")]
    [InlineData("Softsign")]
    public void Moments_of_wide_inputs(string name)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.BuiltIn(name));
        double[] defaults = analysis.Formula.Defaults;
        foreach (double q in new[] { 25, 1e4, 65025, 1e6, 1e9 })
        {
            // 1⁄256 within ±32; beyond, in steps of 1⁄2,000 of the magnitude.
            double[] outer = [.. Enumerable.Range(1, 26_000).Select(i => 32 * Math.Exp(i / 2000.0))];
            double[] x = [.. outer.Reverse().Select(v => -v), .. Enumerable.Range(-8192, 16385).Select(i => i / 256.0), .. outer];
            double[] values = Evaluator.At(analysis.Function, x, defaults), slopes = Evaluator.At(analysis.Derivative, x, defaults);
            FormulaMoments moments = analysis.Moments(defaults, q);
            Assert.Equal(1, moments.MeanSquare / Expectation(values), 3e-4);
            Assert.Equal(1, moments.DerivativeMeanSquare / Expectation(slopes), name is "HardSwish" or "SoftShrink" ? 4e-3 : 3e-4);

            double Expectation(double[] of) => Enumerable.Range(1, x.Length - 1).Sum(i => (x[i] - x[i - 1]) / 2 * (Weighted(of, i) + Weighted(of, i - 1)));

            double Weighted(double[] of, int i) => of[i] * of[i] * RealMath.NormalPdf(x[i] / Math.Sqrt(q)) / Math.Sqrt(q);
        }
    }

    /// <summary>E (1 + sin 2ax)² = 1.5 − ½e^−8a².</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(25)]
    public void Snake_is_exact(double a) =>
        Assert.Equal(1.5 - (Math.Exp(-8 * a * a) / 2), FormulaAnalysis.Of(Read.BuiltIn("Snake")).DerivativeMeanSquare([a]), 2e-5);

    [Theory]
    // Exact where integrals are: κ of the identity is 2, of ReLU 5; both are homogeneous, so that their slope is 1.
    [InlineData("Identity", 2, 1, 0)]
    [InlineData("ReLU", 5, 1, 0.5)]
    [InlineData("ReLU6", 5, 1, 0.5)]
    // The calculus' numbers to two digits, and the slopes by which a deep stack of GELU or SiLU loses its scale.
    [InlineData("GELU", 6.2, 1.14, 0)]
    [InlineData("SELU", 1.5, 0.78, 0)]
    [InlineData("Tanh", 0.63, 0.46, 0)]
    [InlineData("SiLU", 6.26, 1.17, 0)]
    [InlineData("HardTanh", 0.613, 0.385, 0.3173)] // exact: E f² = 1 − 2φ(1), P(|z| ≥ 1) is dead
    public void Spread_slope_and_dead_share(string name, double spread, double slope, double dead)
    {
        FormulaMoments moments = FormulaAnalysis.Of(Read.BuiltIn(name)).Moments(FormulaAnalysis.Of(Read.BuiltIn(name)).Formula.Defaults);
        Assert.Equal(spread, moments.Spread, 0.06);
        Assert.Equal(slope, moments.Slope, 0.006);
        Assert.Equal(dead, moments.DeadShare, 1e-4);
    }

    [Theory]
    [InlineData("GELU")]
    [InlineData("ELU")]
    [InlineData("Sigmoid")]
    public void Slopes_are_the_derivatives_of_the_mean_squares(string name)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(Read.BuiltIn(name));
        double[] defaults = analysis.Formula.Defaults;
        FormulaMoments low = analysis.Moments(defaults, 1.96), high = analysis.Moments(defaults, 2.04), middle = analysis.Moments(defaults, 2);
        double step = Math.Log(2.04 / 1.96);
        Assert.Equal(Math.Log(high.MeanSquare / low.MeanSquare) / step, middle.Slope, 1e-3);
        Assert.Equal(Math.Log(high.DerivativeMeanSquare / low.DerivativeMeanSquare) / step, middle.DerivativeSlope, 1e-3);
    }

    [Fact]
    public void Moments_have_six_digits()
    {
        double value = FormulaAnalysis.Of(Read.BuiltIn("GELU")).MeanSquare([]);
        Assert.Equal(double.Parse(value.ToString("E5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Fact]
    public void Constant_zero_has_no_gain() => Assert.True(double.IsNaN(FormulaFacts.Of(Read.Expression("0 * x")).Gain));
}
