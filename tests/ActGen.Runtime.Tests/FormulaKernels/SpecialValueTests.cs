using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Frontend.Calculus;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>The kernels that the JIT makes, in every form and at every width, against <see cref="SpecialValueTable"/>.</summary>
public sealed class SpecialValueTests
{
    private static readonly Type[] Widths = [typeof(SimdScalar<float>), .. BuiltIn.Vectors];

    public static TheoryData<string> Names => BuiltIn.Names;

    public static TheoryData<string> NamesWithPrecision => BuiltIn.NamesWithPrecision;

    [Theory]
    [MemberData(nameof(NamesWithPrecision))]
    public void Every_claim_holds(string formula)
    {
        var wrong = new List<string>();
        foreach (IGrouping<string, Claim> group in Claim.All.Where(claim => claim.Formula == BuiltIn.Plain(formula)).GroupBy(claim => string.Join(',', claim.Parameters)))
        {
            Claim[] claims = [.. group];
            double[] defaults = BuiltIn.Defaults(formula);
            double[] parameters = [.. claims[0].Parameters, .. defaults.Skip(claims[0].Parameters.Length)];
            foreach (Type width in Widths)
                Compare(claims, BuiltIn.Values(formula, width, [.. claims.Select(claim => claim.X)], parameters), keepsOutput: KeepsOutput(formula, parameters), LargestSlope(formula, parameters), width, wrong);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(NamesWithPrecision))]
    public void NaN_in_gives_NaN_out_in_every_form(string formula)
    {
        foreach (Type width in Widths)
        {
            KernelValues values = BuiltIn.Values(formula, width, [float.NaN, -float.NaN], BuiltIn.Defaults(formula));
            // Only a derivative that is the same number everywhere is exempt.
            bool isExempt = formula == "Identity";
            for (int i = 0; i < 2; i++)
            {
                Assert.True(float.IsNaN(values.Forward[i]) && float.IsNaN(values.ForwardOfBoth[i]), "f");
                Assert.True(isExempt || (float.IsNaN(values.Derivative[i]) && float.IsNaN(values.DerivativeOfBoth[i])), "f′");
                Assert.True(values.DerivativeOfOutput is null || float.IsNaN(values.DerivativeOfOutput[i]), "f′ in y");
            }
        }
    }

    /// <summary>Also for parameters under which a branch does not read x.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_in_gives_NaN_out_for_every_parameter(string formula)
    {
        double[] defaults = BuiltIn.Defaults(formula);
        foreach (double value in defaults.Length == 0 ? [] : (double[])[-1, 0, 0.5, 20])
        {
            KernelValues values = BuiltIn.Values(formula, typeof(Simd256<float>), [float.NaN], [.. defaults.Select(_ => value)]);
            Assert.True(float.IsNaN(values.Forward[0]) && float.IsNaN(values.ForwardOfBoth[0]), $"f for {value}");
            Assert.True(float.IsNaN(values.Derivative[0]) && float.IsNaN(values.DerivativeOfBoth[0]), $"f′ for {value}");
        }
    }

    /// <summary>Whoever adds an activation says here what it gives at the ends.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Both_ends_are_claimed(string formula)
    {
        Claim[] ends = [.. Claim.All.Where(claim => claim.Formula == formula && float.IsInfinity(claim.X) && claim.Parameters.Length == 0).OrderBy(claim => claim.X)];
        Assert.Equal([float.NegativeInfinity, float.PositiveInfinity], ends.Select(claim => claim.X));
        Assert.All(ends, claim => Assert.True(claim.Value.IsClaimed && claim.Derivative.IsClaimed, $"At {claim.X} nothing is claimed; nan is a claim too."));
    }

    private static void Compare(Claim[] claims, KernelValues values, bool keepsOutput, double largestSlope, Type width, List<string> wrong)
    {
        for (int i = 0; i < claims.Length; i++)
        {
            Claim claim = claims[i];
            Check(claim.Value, values.Forward[i], "f");
            Check(claim.Value, values.ForwardOfBoth[i], "f beside f′");
            Check(claim.Derivative, values.Derivative[i], "f′");
            if (keepsOutput)
            {
                CheckFromOutput(values.DerivativeOfOutput![i], "f′ from y");
                CheckFromOutput(values.DerivativeOfBoth[i], "f′ beside f");
            }
            else
            {
                Check(claim.Derivative, values.DerivativeOfBoth[i], "f′ beside f");
            }

            void Check(ClaimedNumber claimed, float actual, string what)
            {
                if (!claimed.Holds(actual, checksSign: claim.X == 0 && ReferenceEquals(claimed, claim.Value)))
                    wrong.Add($"{claim.Formula} in {width.Name}: {what} at {claim.X:R} is {actual:R}, claimed {claimed.Text}");
            }

            // From y the derivative is promised to 3·10⁻⁷ of its largest value, and of itself where it grows without bound; not where y has overflowed.
            void CheckFromOutput(float actual, string what)
            {
                double claimed = claim.Derivative.Number, given = claim.Derivative.Precision;
                if (double.IsFinite(claimed) && !(Math.Abs(actual - claimed) <= given + (3e-7 * (double.IsFinite(largestSlope) ? largestSlope : Math.Max(1, Math.Abs(claimed))))))
                    wrong.Add($"{claim.Formula} in {width.Name}: {what} at {claim.X:R} is {actual:R}, claimed {claim.Derivative.Text}");
            }
        }
    }

    /// <summary>sup|f′|, ∞ where there is none.</summary>
    private static double LargestSlope(string formula, double[] parameters)
    {
        float[] points = [.. Enumerable.Range(-320, 641).Select(i => i / 16f), 80];
        float[] slopes = BuiltIn.Values(formula, typeof(SimdScalar<float>), points, parameters).Derivative[..points.Length];
        return MathF.Abs(slopes[^1]) > 100 ? double.PositiveInfinity : slopes.Max(MathF.Abs);
    }

    /// <summary>Whether training with these values computes f′ from y.</summary>
    private static bool KeepsOutput(string formula, double[] parameters)
    {
        CompiledFormulaAttribute compiled = typeof(Formulas).GetNestedType(BuiltIn.Plain(formula))!.GetCustomAttribute<CompiledFormulaAttribute>()!;
        var known = new Formula(formula, formula, FormulaSerializer.ReadParameters(compiled.Parameters)!.Value,
            FormulaSerializer.ReadExpression(compiled.Expression)!, FormulaSerializer.ReadRule(compiled.Keeps)!);
        return FormulaAnalysis.Of(known).OperandFor([.. parameters.Select(value => (double)(float)value)], [.. known.Parameters.Select(parameter => parameter.IsLearnable)]) == Operand.Output;
    }
}
