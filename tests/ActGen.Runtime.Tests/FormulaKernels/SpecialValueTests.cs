using System.Reflection;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>The kernels that the JIT makes, in every form and at every width, against <see cref="SpecialValueTable"/>.</summary>
public sealed class SpecialValueTests
{
    private static readonly Type[] Widths = [typeof(SimdScalar<float>), typeof(Simd128<float>), typeof(Simd256<float>), typeof(Simd512<float>)];

    public static TheoryData<string> Names => [.. typeof(Formulas).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_claim_holds(string formula)
    {
        var wrong = new List<string>();
        foreach (IGrouping<string, Claim> group in Claim.All.Where(claim => claim.Formula == formula).GroupBy(claim => string.Join(',', claim.Parameters)))
        {
            Claim[] claims = [.. group];
            double[] defaults = Defaults(formula);
            double[] parameters = [.. claims[0].Parameters, .. defaults.Skip(claims[0].Parameters.Length)];
            foreach (Type width in Widths)
                Compare(claims, Values(formula, width, [.. claims.Select(claim => claim.X)], parameters), isDefault: claims[0].Parameters.Length == 0, width, wrong);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_in_gives_NaN_out_in_every_form(string formula)
    {
        foreach (Type width in Widths)
        {
            KernelValues values = Values(formula, width, [float.NaN, -float.NaN], Defaults(formula));
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

    /// <summary>Whoever adds an activation says here what it gives at the ends.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Both_ends_are_claimed(string formula) =>
        Assert.Equal([float.NegativeInfinity, float.PositiveInfinity], Claim.All.Where(claim => claim.Formula == formula && float.IsInfinity(claim.X) && claim.Parameters.Length == 0).Select(claim => claim.X).Order());

    private static void Compare(Claim[] claims, KernelValues values, bool isDefault, Type width, List<string> wrong)
    {
        for (int i = 0; i < claims.Length; i++)
        {
            Claim claim = claims[i];
            Check(claim.Value, values.Forward[i], "f");
            Check(claim.Value, values.ForwardOfBoth[i], "f beside f′");
            Check(claim.Derivative, values.Derivative[i], "f′");
            bool isFromOutput = values.DerivativeOfOutput is not null;
            if (isFromOutput && isDefault)
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

            // From y the derivative is promised to 3·10⁻⁷ of its largest value, and not where y has overflowed.
            void CheckFromOutput(float actual, string what)
            {
                double claimed = claim.Derivative.Number, given = claim.Derivative.Precision;
                if (double.IsFinite(claimed) && !(Math.Abs(actual - claimed) <= given + (3e-7 * Math.Max(1, Math.Abs(claimed)))))
                    wrong.Add($"{claim.Formula} in {width.Name}: {what} at {claim.X:R} is {actual:R}, claimed {claim.Derivative.Text}");
            }
        }
    }

    private static double[] Defaults(string formula) => (double[])typeof(SpecialValueTests)
        .GetMethod(nameof(DefaultsOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(TypeOf(formula)).Invoke(null, null)!;

    private static double[] DefaultsOf<TFormula>()
        where TFormula : IActivation => TFormula.ParameterDefaults.ToArray();

    private static KernelValues Values(string formula, Type width, float[] points, double[] parameters) => (KernelValues)typeof(KernelValues)
        .GetMethod(nameof(KernelValues.Of))!.MakeGenericMethod(TypeOf(formula), width).Invoke(null, [points, parameters])!;

    private static Type TypeOf(string formula) => typeof(Formulas).GetNestedType(formula)!;
}
