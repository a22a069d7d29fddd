using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>The operations of the generated kernels, evaluated as float does.</summary>
public class KernelTests
{
    public static TheoryData<string> BuiltIns => [.. Read.BuiltInNames];

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void NaN_in_NaN_out(string name)
    {
        Formula formula = Read.BuiltIn(name);
        FormulaKernel kernel = FormulaAnalysis.Of(formula).Kernel;
        Assert.True(double.IsNaN(Evaluator.At(kernel.Forward, double.NaN, formula.Defaults)));
        if (name != "Identity")
            Assert.True(double.IsNaN(Evaluator.At(kernel.Derivative, double.NaN, formula.Defaults)));
        // A constant derivative needs no operand, so NaN cannot reach it.
        if (kernel.DerivativeOfOutput is { } inOutput)
            Assert.True(double.IsNaN(Evaluator.At(inOutput, double.NaN, formula.Defaults)));
    }

    [Theory]
    [InlineData("ReLU", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("ReLU6", 0, 0, 6, 0)]
    [InlineData("HardTanh", -1, 0, 1, 0)]
    [InlineData("LeakyReLU", double.NegativeInfinity, 0.01f, double.PositiveInfinity, 1)]
    [InlineData("ELU", -1, 0, double.PositiveInfinity, 1)]
    [InlineData("CELU", -1, 0, double.PositiveInfinity, 1)]
    [InlineData("SELU", -1.7580993175506592, 0, double.PositiveInfinity, 1.0507010221481323)]
    [InlineData("GELU", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("GELUTanh", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("SiLU", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Swish", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Mish", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Sigmoid", 0, 0, 1, 0)]
    [InlineData("LogSigmoid", double.NegativeInfinity, 1, 0, 0)]
    [InlineData("Tanh", -1, 0, 1, 0)]
    [InlineData("Softplus", 0, 0, double.PositiveInfinity, 1)]
    [InlineData("Softsign", -1, 0, 1, 0)]
    [InlineData("Exponential", 0, 0, double.PositiveInfinity, double.PositiveInfinity)]
    public void Limits(string name, double low, double slopeLow, double high, double slopeHigh)
    {
        Formula formula = Read.BuiltIn(name);
        FormulaKernel kernel = FormulaAnalysis.Of(formula).Kernel;
        double[] ends = [double.NegativeInfinity, double.PositiveInfinity];
        Assert.Equal([low, high], Evaluator.At(kernel.Forward, ends, formula.Defaults, Arithmetic.Single));
        Assert.Equal([slopeLow, slopeHigh], Evaluator.At(kernel.Derivative, ends, formula.Defaults, Arithmetic.Single));
        // Large finite inputs are no worse than infinite ones.
        double[] large = [-1e30f, 1e30f];
        Assert.All(Evaluator.At(kernel.Derivative, large, formula.Defaults, Arithmetic.Single), d => Assert.False(double.IsNaN(d)));
    }

    [Theory]
    [InlineData("x * Erf(Softplus(x))", 0, double.PositiveInfinity)]
    [InlineData("x * Exp(-x * x)", 0, 0)]
    [InlineData("x / (1 + x * x)", 0, 0)]
    [InlineData("x + Sin(x)", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("x - Tanh(x)", double.NegativeInfinity, double.PositiveInfinity)]
    public void Users_formula_has_its_limits(string expression, double low, double high)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.Expression(expression)).Kernel;
        Assert.Equal([low, high], Evaluator.At(kernel.Forward, [double.NegativeInfinity, double.PositiveInfinity], [], Arithmetic.Single).Select(y => y + 0.0));
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("ELU")]
    [InlineData("CELU")]
    [InlineData("SELU")]
    [InlineData("SiLU")]
    [InlineData("GELU")]
    [InlineData("GELUTanh")]
    [InlineData("Mish")]
    [InlineData("Softsign")]
    public void Zero_keeps_its_sign(string name)
    {
        Expression forward = FormulaAnalysis.Of(Read.BuiltIn(name)).Kernel.Forward;
        double[] zeros = Evaluator.At(forward, [0.0, -0.0], Read.BuiltIn(name).Defaults, Arithmetic.Single);
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(zeros[0]));
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(zeros[1]));
    }

    /// <summary>Relative error of f, absolute of f′ in units of its largest value, over all binades.</summary>
    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void Float_kernel_keeps_its_digits(string name)
    {
        Formula formula = Read.BuiltIn(name);
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        double[] parameters = [.. formula.Defaults.Select(value => (double)(float)value)];
        // Half of x + √(x² + b) overflows in the last binade, before it is halved.
        double[] points = [.. SamplePoints.All.Where(x => double.IsFinite(x) && (name != "Squareplus" || Math.Abs(x) < 1.7e38))];
        // The kernel's own form in double: as written, roots and x − tanh x lose digits in double too. The proofs compare it with the definition.
        double[] exact = Evaluator.At(analysis.Kernel.Forward, points, parameters), exactSlope = Evaluator.At(analysis.Derivative, points, parameters);
        double[] found = Evaluator.At(analysis.Kernel.Forward, points, parameters, Arithmetic.Single);
        double[] slope = Evaluator.At(analysis.Kernel.Derivative, points, parameters, Arithmetic.Single);
        const double Relative = 4 * 1.2e-7;
        for (int i = 0; i < points.Length; i++)
        {
            if (Math.Abs(exact[i]) < float.MaxValue)
                Assert.True(Math.Abs(found[i] - exact[i]) <= (Relative * Math.Abs(exact[i])) + (3 * 1.5e-45), $"f({points[i]:R}) = {found[i]:R}, exactly {exact[i]:R}");
            if (Math.Abs(exactSlope[i]) < float.MaxValue)
                Assert.True(Math.Abs(slope[i] - exactSlope[i]) <= 4e-7 * Math.Max(1, Math.Abs(exactSlope[i])), $"f′({points[i]:R}) = {slope[i]:R}, exactly {exactSlope[i]:R}");
        }
    }

    [Fact]
    public void Double_kernel_is_not_held_by_the_bounds_of_float()
    {
        double[] points = [-700, -200, -90, 90, 700];
        foreach (string name in Read.BuiltInNames)
        {
            Formula formula = Read.BuiltIn(name);
            FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
            double[] exact = Evaluator.At(analysis.Function, points, formula.Defaults), found = Evaluator.At(analysis.Kernel.Forward, points, formula.Defaults);
            for (int i = 0; i < points.Length; i++)
                Assert.True(Math.Abs(found[i] - exact[i]) <= (1e-13 * Math.Abs(exact[i])) + RoundingAsWritten(name, points[i]), $"{name}({points[i]}) = {found[i]:R}, exactly {exact[i]:R}");
        }
    }

    /// <summary>What x + √(x² + b) as written loses to cancellation in double.</summary>
    private static double RoundingAsWritten(string name, double x) => name == "Squareplus" && x < 0 ? 2.3e-16 * Math.Abs(x) : 0;

    [Theory]
    [InlineData("ReLU", true)]
    [InlineData("LeakyReLU", true)]
    [InlineData("ReLU6", true)]
    [InlineData("Identity", true)]
    [InlineData("GELU", false)]
    [InlineData("Tanh", false)]
    public void Cheap_formulas_run_in_registers(string name, bool expected) => Assert.Equal(expected, FormulaAnalysis.Of(Read.BuiltIn(name)).Kernel.IsCheap);
}
