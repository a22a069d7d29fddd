using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Frontend.Calculus;
using ActGen.Runtime.Tests.Numerics.Functions;
using ActGen.Ulp;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>The generated kernels as they run, against the formula in double that they carry with them.</summary>
public class FormulaKernelTests
{
    private static readonly float[] Points = [.. EverySixteenThousandth(), .. Edges()];

    public static TheoryData<string> Names => BuiltIn.Names;

    public static TheoryData<string> NamesWithPrecision => BuiltIn.NamesWithPrecision;

    /// <summary>Errors of f in units in the last place, and of f′ as a share of its largest value, over the sample, stay within what tools/ulp promises.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Accuracy_of_the_built_in_formulas(string name)
    {
        (double worst, float at, double worstSlope, float atSlope) = (ValueTuple<double, float, double, float>)BuiltIn.Call(typeof(FormulaKernelTests), nameof(Measure), name);
        double promise = Subjects.Of(name).Promise, slope = Subjects.Of(name + "′").Promise * Math.ScaleB(1, -23);
        Assert.True(worst <= promise, $"f is off by {worst:F3} ULP at {at:R}, promised are {promise}.");
        Assert.True(worstSlope <= slope, $"f′ is off by {worstSlope:E2} of its largest value at {atSlope:R}, promised are {slope:E2}.");
    }

    private static (double Worst, float At, double WorstSlope, float AtSlope) Measure<TFormula>()
        where TFormula : IActivation
    {
        CompiledFormulaAttribute compiled = typeof(TFormula).GetCustomAttribute<CompiledFormulaAttribute>()!;
        var parameters = FormulaSerializer.ReadParameters(compiled.Parameters)!.Value;
        FormulaDerivation derivation = FormulaDerivation.Of(FormulaSerializer.ReadExpression(compiled.Expression)!, parameters);
        double[] values = [.. parameters.Select(parameter => (double)(float)parameter.Default)];
        double[] points = [.. Points.Select(x => (double)x)];
        double[] exact = Evaluator.At(Lowering.Expand(derivation.Function), points, values), exactSlope = Evaluator.At(Lowering.Expand(derivation.Derivative), points, values);

        KernelValues scalar = KernelValues.Of<TFormula, SimdScalar<float>>(Points, values);
        double largest = exactSlope.Where(double.IsFinite).Where(d => Math.Abs(d) < float.MaxValue).Max(Math.Abs);
        double worst = 0, worstSlope = 0;
        float at = 0, atSlope = 0;
        for (int i = 0; i < points.Length; i++)
        {
            if (!float.IsFinite(Points[i]))
                continue;
            if (Math.Abs(exact[i]) <= float.MaxValue && Ulps(scalar.Forward[i], exact[i]) is var error && !(error <= worst))
                (worst, at) = (error, Points[i]);
            // Relative where f′ grows without bound.
            double scale = largest > 1e6 ? Math.Max(1, Math.Abs(exactSlope[i])) : largest;
            if (Math.Abs(exactSlope[i]) <= float.MaxValue && Math.Abs(scalar.Derivative[i] - exactSlope[i]) / scale is var difference && !(difference <= worstSlope))
                (worstSlope, atSlope) = (difference, Points[i]);
        }
        return (worst, at, worstSlope, atSlope);
    }

    [Theory]
    [MemberData(nameof(NamesWithPrecision))]
    public void Training_and_inference_give_the_same_bits_at_every_width(string name)
    {
        float[] points = [.. Points.Where((_, i) => i % 8 == 0 || i > Points.Length - 64)];
        double[] parameters = BuiltIn.Defaults(name);
        KernelValues scalar = BuiltIn.Values(name, typeof(SimdScalar<float>), points, parameters);
        AssertSame("f beside f′", scalar.Forward, scalar.ForwardOfBoth);
        if (scalar.DerivativeOfOutput is null)
            AssertSame("f′ beside f", scalar.Derivative, scalar.DerivativeOfBoth);
        foreach (Type width in BuiltIn.Vectors)
        {
            KernelValues wide = BuiltIn.Values(name, width, points, parameters);
            AssertSame("f", scalar.Forward, wide.Forward);
            AssertSame("f′", scalar.Derivative, wide.Derivative);
            AssertSame("f beside f′", scalar.ForwardOfBoth, wide.ForwardOfBoth);
            AssertSame("f′ beside f", scalar.DerivativeOfBoth, wide.DerivativeOfBoth);
            AssertSame("f′ from y", scalar.DerivativeOfOutput ?? [], wide.DerivativeOfOutput ?? []);
        }

        void AssertSame(string what, float[] expected, float[] actual)
        {
            for (int i = 0; i < Math.Min(expected.Length, points.Length); i++)
                Assert.True(Floats.AreSame(expected[i], actual[i]), $"{what} at {points[i]:R}: {expected[i]:R} and {actual[i]:R}");
        }
    }

    [Theory]
    [InlineData(-88, -5.328e-37)]
    [InlineData(-104, -7.1e-44)]
    [InlineData(float.NegativeInfinity, 0)]
    public void SiLU_in_its_tail(float x, double expected) => Assert.Equal(expected, One<Formulas.SiLU>(x), (1e-3 * Math.Abs(expected)) + 1.5e-45);

    [Theory]
    [InlineData(-14.5f, 0)]
    [InlineData(-5.5f, -1.0444259e-07)]
    [InlineData(-10, -7.6198530e-23)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity)]
    public void GELU_in_its_tails(float x, double expected)
    {
        float y = One<Formulas.GELU>(x);
        Assert.True(y == expected || Math.Abs(y - expected) <= 3e-7 * Math.Abs(expected), $"{y:R}");
    }

    [Theory]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(1e3f, 1e3)]
    [InlineData(-50, -9.6437e-21)]
    [InlineData(1e30f, 1e30f)]
    [InlineData(0, 0)]
    public void Mish_far_out(float x, double expected)
    {
        float y = One<Formulas.Mish>(x);
        Assert.True(y == expected || Math.Abs(y - expected) <= 1e-4 * Math.Abs(expected), $"{y:R}");
    }

    [Fact]
    public void GELU_tanh_form_keeps_its_negative_tail() => Assert.Equal(-1.49e-8, One<Formulas.GELUTanh>(-5.381f), 1e-10);

    [Fact]
    public void NaN_in_NaN_out()
    {
        Assert.True(float.IsNaN(One<Formulas.ReLU>(float.NaN)));
        KernelValues relu = KernelValues.Of<Formulas.ReLU, SimdScalar<float>>([float.NaN], []);
        Assert.True(float.IsNaN(relu.Derivative[0]) && float.IsNaN(relu.DerivativeOfBoth[0]));
        Assert.True(float.IsNaN(One<Formulas.GELU>(float.NaN)) && float.IsNaN(One<Formulas.SiLU>(float.NaN)) && float.IsNaN(One<Formulas.HardTanh>(float.NaN)));
    }

    private static float One<TFormula>(float x)
        where TFormula : IActivation => KernelValues.Of<TFormula, SimdScalar<float>>([x], TFormula.ParameterDefaults.ToArray()).Forward[0];

    private static double Ulps(float actual, double exact)
    {
        float rounded = Math.Abs((float)exact);
        double ulp = rounded >= float.MaxValue ? Math.Pow(2, 104) : (double)MathF.BitIncrement(rounded) - rounded;
        return Math.Abs(actual - exact) / ulp;
    }

    private static IEnumerable<float> EverySixteenThousandth()
    {
        for (long bits = int.MinValue; bits <= int.MaxValue; bits += 16381)
            yield return BitConverter.Int32BitsToSingle((int)bits);
    }

    private static IEnumerable<float> Edges()
    {
        for (int i = -2000; i <= 2000; i++)
            yield return i / 16f;
        foreach (float x in new[] { 0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN })
            yield return x;
    }
}
