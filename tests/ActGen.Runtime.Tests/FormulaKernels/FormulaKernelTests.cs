using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Frontend.Calculus;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>The generated kernels as they run, against the formula in double that they carry with them.</summary>
public class FormulaKernelTests
{
    private static readonly float[] Points = [.. EverySixteenThousandth(), .. Edges()];

    /// <summary>Largest error of f in units in the last place, and of f′ as a share of its largest value, over the sample.</summary>
    [Fact]
    public void Accuracy_of_the_built_in_formulas()
    {
        var failures = new List<string>();
        // Promises of docs for the library: ELU 1, SiLU, SELU, CELU 2.5, Mish 3, GELU 4; the others as measured.
        Check<Formulas.ReLU>(0, 0);
        Check<Formulas.ReLU6>(0, 0);
        Check<Formulas.HardTanh>(0, 0);
        Check<Formulas.LeakyReLU>(0.5, 0);
        Check<Formulas.PReLU>(0.5, 0);
        Check<Formulas.Sigmoid>(1.5, 3e-7);
        Check<Formulas.Tanh>(1, 3e-7);
        Check<Formulas.Softplus>(2, 3e-7);
        Check<Formulas.LogSigmoid>(2, 3e-7);
        Check<Formulas.Softsign>(1.5, 3e-7);
        Check<Formulas.Exponential>(1, 3e-7);
        Check<Formulas.ELU>(1, 3e-7);
        Check<Formulas.SELU>(2.5, 3e-7);
        Check<Formulas.CELU>(2.5, 3e-7);
        Check<Formulas.SiLU>(2.5, 4e-7);
        Check<Formulas.Mish>(3, 4e-7);
        Check<Formulas.GELU>(4, 4e-7);
        Check<Formulas.Swish>(3, 4e-7);
        Check<Formulas.GELUTanh>(4, 1e-6);
        Assert.True(failures.Count == 0, string.Concat(failures));

        void Check<TFormula>(double ulp, double slope)
            where TFormula : IActivation
        {
            (double worst, float at, double worstSlope, float atSlope) = Measure<TFormula>();
            if (!(worst <= ulp) || !(worstSlope <= slope))
                failures.Add($"{typeof(TFormula).Name}: f off by {worst:F3} ULP at {at:R}, f′ by {worstSlope:E2} at {atSlope:R}\n");
        }
    }

    private static (double Worst, float At, double WorstSlope, float AtSlope) Measure<TFormula>()
        where TFormula : IActivation
    {
        CompiledFormulaAttribute compiled = typeof(TFormula).GetCustomAttribute<CompiledFormulaAttribute>()!;
        var parameters = FormulaSerializer.ReadParameters(compiled.Parameters)!.Value;
        FormulaDerivation derivation = FormulaDerivation.Of(FormulaSerializer.ReadExpression(compiled.Expression)!, parameters);
        double[] values = [.. parameters.Select(parameter => (double)(float)parameter.Default)];
        double[] points = [.. Points.Select(x => (double)x)];
        double[] exact = Evaluator.At(derivation.Function, points, values), exactSlope = Evaluator.At(derivation.Derivative, points, values);

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

    [Fact]
    public void Training_and_inference_give_the_same_bits_at_every_width()
    {
        Same<Formulas.ReLU>();
        Same<Formulas.LeakyReLU>();
        Same<Formulas.ELU>();
        Same<Formulas.Sigmoid>();
        Same<Formulas.Tanh>();
        Same<Formulas.Softplus>();
        Same<Formulas.SiLU>();
        Same<Formulas.Swish>();
        Same<Formulas.GELU>();
        Same<Formulas.GELUTanh>();
        Same<Formulas.Mish>();
        Same<Formulas.Softsign>();

        static void Same<TFormula>()
            where TFormula : IActivation
        {
            double[] parameters = TFormula.ParameterDefaults.ToArray();
            float[] points = [.. Points.Where((_, i) => i % 8 == 0 || i > Points.Length - 64)];
            KernelValues scalar = KernelValues.Of<TFormula, SimdScalar<float>>(points, parameters);
            AssertSame<TFormula>(scalar.Forward, scalar.ForwardOfBoth);
            if (TFormula.Keeps != ActivationOperand.Output)
                AssertSame<TFormula>(scalar.Derivative, scalar.DerivativeOfBoth);
            foreach (KernelValues wide in new[]
            {
                KernelValues.Of<TFormula, Simd128<float>>(points, parameters),
                KernelValues.Of<TFormula, Simd256<float>>(points, parameters),
                KernelValues.Of<TFormula, Simd512<float>>(points, parameters),
            })
            {
                AssertSame<TFormula>(scalar.Forward, wide.Forward);
                AssertSame<TFormula>(scalar.Derivative, wide.Derivative);
                AssertSame<TFormula>(scalar.ForwardOfBoth, wide.ForwardOfBoth);
                AssertSame<TFormula>(scalar.DerivativeOfBoth, wide.DerivativeOfBoth);
            }
        }

        static void AssertSame<TFormula>(float[] expected, float[] actual)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                bool same = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]) || (float.IsNaN(expected[i]) && float.IsNaN(actual[i]));
                Assert.True(same, $"{typeof(TFormula).Name}: {expected[i]:R} and {actual[i]:R}");
            }
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
