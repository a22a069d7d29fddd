using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Frontend.Calculus;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>Finite inputs up to the largest float, with the default parameters and with others: what float overflows on the way, double does not.</summary>
public sealed class LargeInputTests
{
    private static readonly float[] Points = [.. new[] { float.MaxValue, 3e38f, 1.5e38f, 3e37f, 1e30f, 1e20f, 1e19f, 1e10f, 1e5f }.SelectMany(x => new[] { x, -x })];

    public static TheoryData<string> Names => BuiltIn.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_slopes_are_those_of_double(string name)
    {
        CompiledFormulaAttribute compiled = BuiltIn.TypeOf(name).GetCustomAttribute<CompiledFormulaAttribute>()!;
        var parameters = FormulaSerializer.ReadParameters(compiled.Parameters)!.Value;
        FormulaDerivation derivation = FormulaDerivation.Of(FormulaSerializer.ReadExpression(compiled.Expression)!, parameters);
        double[] defaults = BuiltIn.Defaults(name);
        // What a learned parameter can reach: other signs, and 0 but for Snake, which divides by it.
        double[] factors = parameters.Any(parameter => parameter.IsLearnable) ? name == "Snake" ? [1, 2, 0.5, 30, -1] : [1, 2, 0.5, 30, -1, 0] : [1, 2, 0.5, 30];
        foreach (double factor in defaults.Length == 0 ? [1] : factors)
        {
            double[] values = [.. defaults.Select(value => (double)(float)(value * factor))], x = [.. Points.Select(point => (double)point)];
            double[] exact = Evaluator.At(Lowering.Expand(derivation.Function), x, values), slopes = Evaluator.At(Lowering.Expand(derivation.Derivative), x, values);
            KernelValues actual = BuiltIn.Values(name, typeof(SimdScalar<float>), Points, values);
            for (int i = 0; i < Points.Length; i++)
            {
                string at = $"({Points[i]:R}; {string.Join(", ", values)})";
                AssertClose(exact[i], actual.Forward[i], 1e-9, isPeriodic: name == "Sin", "f" + at);
                AssertClose(slopes[i], actual.Derivative[i], 1e-6, isPeriodic: name is "Sin" or "Snake", "f′" + at);
            }
        }
    }

    // A period is lost where the rounding of its argument is longer: there only the range is promised.
    private static void AssertClose(double expected, float actual, double least, bool isPeriodic, string what)
    {
        bool isRight = isPeriodic ? Math.Abs(actual) <= 60
            : Math.Abs(expected) > float.MaxValue ? float.IsInfinity(actual) && Math.Sign(actual) == Math.Sign(expected)
            : Math.Abs(actual - expected) <= least + (1e-6 * Math.Abs(expected));
        Assert.True(isRight, $"{what} is {actual:R}, exactly {expected:R}");
    }
}
