using ActGen.Generator.Formulas;
using ActGen.Testing;

namespace ActGen.Generator.Tests.Formulas;

/// <summary>The generated half of every built-in formula, reviewed in git: a change of derivation is a visible difference.
/// <c>ACTGEN_UPDATE=1 dotnet test --filter SnapshotTests</c> writes them anew.</summary>
public class SnapshotTests
{
    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Run(FormulaContract.CompileBuiltIns(), [new ActivationFunctionGenerator()]));

    public static TheoryData<string> Formulas => [.. FormulaContract.BuiltInSources.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Generated_half_is_the_reviewed_one(string name)
    {
        string text = Run.Value.Sources.Single(source => source.Key.StartsWith($"ActGen.Formulas-{name}.", StringComparison.Ordinal) && !source.Key.Contains(".Use.", StringComparison.Ordinal)).Value;
        Snapshot.AssertEqual($"{name}.g.cs.txt", text);
    }

    [Fact]
    public void Everything_compiles_without_warnings() => Run.Value.AssertCompiles();

    [Fact]
    public void Attributes_of_the_language()
    {
        string all = string.Join("\n", Run.Value.Sources.Where(source => source.Key.Contains(".Use.", StringComparison.Ordinal)).Select(source => source.Value));
        Assert.Contains("public LeakyReLUAttribute(double slope = 0.01) : base(slope)", all, StringComparison.Ordinal);
        Assert.Contains("public bool Approximate { get; set; }", all, StringComparison.Ordinal);
        Assert.Contains("[global::ActGen.SelectsFormula<global::ActGen.Formulas.GELUTanh>]", all, StringComparison.Ordinal);
        Assert.Contains("static void LeakyReLU(global::System.ReadOnlySpan<float> source, global::System.Span<float> destination, float slope = 0.01f)", all, StringComparison.Ordinal);
        Assert.Contains("/// <inheritdoc cref=\"global::ActGen.Formulas.LeakyReLU\" path=\"/remarks/node()\"/>", all, StringComparison.Ordinal);
        Assert.DoesNotContain("class IdentityAttribute", all, StringComparison.Ordinal);
        Assert.DoesNotContain("class GELUTanhAttribute", all, StringComparison.Ordinal);
    }

    /// <summary>f and f′ together: one call, that is one exponential.</summary>
    [Theory]
    [InlineData("GELU")]
    [InlineData("GELUTanh")]
    [InlineData("SiLU")]
    [InlineData("Swish")]
    [InlineData("Mish")]
    public void Value_and_derivative_share_their_exponential(string name)
    {
        string text = Run.Value.Sources.Single(source => source.Key.StartsWith($"ActGen.Formulas-{name}.", StringComparison.Ordinal) && !source.Key.Contains(".Use.", StringComparison.Ordinal)).Value;
        int start = text.IndexOf("IActivation.ForwardWithDerivative", StringComparison.Ordinal), end = text.IndexOf("\n            }", start, StringComparison.Ordinal);
        Assert.Equal(1, text[start..end].Split("VectorMath.").Length - 1);
    }
}
