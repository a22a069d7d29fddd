using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Generator.Formulas;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Generator.Tests.Formulas;

public class FormulaGeneratorTests
{
    private const string Serf = """
        using static ActGen.Functions;
        namespace MyApp.@class
        {
            public static partial class Outer
            {
                /// <summary>x · erf(softplus(x)).</summary>
                [ActGen.ActivationFunction]
                public readonly partial struct Serf
                {
                    public static float Formula(float x, float scale = 1.5f)
                    {
                        float rectified = Softplus(scale * x);
                        var gate = Erf(rectified);
                        return x switch { < -30 => 0, _ => x * gate };
                    }
                }
            }
        }
        """;

    private static GeneratorRun Run(params string[] sources) => GeneratorHarness.Run(FormulaContract.Compile(sources.Select(source => "#pragma warning disable CS1591\n" + source)), [new ActivationFunctionGenerator()]);

    [Fact]
    public void Users_formula_compiles_cleanly_and_names_his_locals()
    {
        GeneratorRun run = Run(Serf).AssertCompiles();
        string text = run.Sources.Single().Value;
        Assert.Contains("TVector gate = ", text, StringComparison.Ordinal);
        Assert.Contains("TVector rectified = ", text, StringComparison.Ordinal);
        Assert.Contains("TVector scale = p[0];", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    // Names that the generated code uses itself, keywords, odd places.
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct @struct { public static float Formula(float @float, float @class = 2) => @float * @class; }")]
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float y, float p = 1, float x = 2, float derivative = 3) => y * p + x * derivative; }")]
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x, float TVector = 1) { float t = TVector * x; float parameter = t * t; return parameter + t; } }")]
    [InlineData("class Math; class Span; class System2; [ActGen.ActivationFunction] internal readonly partial record struct F { public static float Formula(float x) => global::System.MathF.Exp(x); }")]
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x) => 3; }")]
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x, [ActGen.Learnable] float a = float.NaN, float b = float.NegativeInfinity, float c = -0f) => a * x + b - c; }")]
    [InlineData("[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x) => !(x > 0 && x < 1) || x == 5 || x != 7 ? ActGen.Functions.Sign(x) : -x; }")]
    public void Odd_formulas_compile(string source) => Run(source).AssertCompiles();

    /// <summary>The line that silences the compiler is a courtesy, not a need.</summary>
    [Fact]
    public void Generated_text_compiles_without_warnings_when_nothing_is_silenced()
    {
        CSharpCompilation builtIns = FormulaContract.CompileBuiltIns();
        GeneratorRun run = GeneratorHarness.RunOnce(builtIns, [new ActivationFunctionGenerator()]);
        CSharpCompilation loud = builtIns
            .AddSyntaxTrees(run.Sources.Select(source => TestCompilation.Parse(source.Value.Replace("#pragma warning disable\n", "", StringComparison.Ordinal), source.Key)))
            .WithOptions(TestCompilation.Options.WithOverflowChecks(true).WithWarningLevel(9999).WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        Assert.Equal("(none)", TestCompilation.Describe(loud.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
    }

    [Fact]
    public void Malformed_formula_keeps_its_interface()
    {
        GeneratorRun run = Run("""
            [ActGen.ActivationFunction] public readonly partial struct Bad { public static float Formula(float x) => x % 2; }
            class Use { void M() => Call<Bad>(); static void Call<T>() where T : ActGen.IActivation { } }
            """);
        run.AssertCompiles();
        Assert.Contains("NetworkDeclarationException", run.Sources.Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ActGen.ActivationFunction] file readonly partial struct F { public static float Formula(float x) => x; }")]
    [InlineData("file static partial class Outer { [ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x) => x; } }")]
    [InlineData("[ActGen.ActivationFunction] public readonly ref partial struct F { public static float Formula(float x) => x; }")]
    public void Nothing_is_written_for_a_type_that_cannot_be_extended(string source) => Assert.Empty(Run(source).AssertCompiles().Sources);

    [Fact]
    public void Foreign_formula_with_more_parameters_than_its_method_is_a_problem()
    {
        MetadataReference library = FormulaContract.Compile(
            "[ActGen.CompiledFormula(1, \"* p0 x\", \"k=1f\", \"derivative\")] public readonly struct Odd { public static float Formula(float x) => x; }").ToReference();
        CSharpCompilation user = TestCompilation.Create(
            ["[ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x) => Odd.Formula(x); }"], [.. TestReferences.Framework, library]);
        FormulaDeclaration declaration = FormulaReader.Read(user.GetTypeByMetadataName("F")!, user, default);
        Assert.Contains("1 parameters after x, its method has 0", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Struct_in_two_attributed_halves_is_written_once()
    {
        const string Half = "[ActGen.ActivationFunction] public readonly partial struct F { ";
        GeneratorRun run = GeneratorHarness.RunOnce(
            FormulaContract.Compile(Half + "public static float Formula(float x) => x; }", Half + "}"), [new ActivationFunctionGenerator()]);
        Assert.Single(run.Sources);
    }

    [Fact]
    public void Formula_from_source_equals_the_one_from_metadata()
    {
        CSharpCompilation library = FormulaContract.CompileBuiltIns();
        MetadataReference reference = GeneratorHarness.RunOnce(library, [new ActivationFunctionGenerator()]).Output.ToReference();
        CSharpCompilation user = TestCompilation.Create([], [.. TestReferences.Framework, reference]);
        INamedTypeSymbol formulas = user.GetTypeByMetadataName("ActGen.Formulas")!;
        Assert.NotEmpty(formulas.GetTypeMembers());
        foreach (INamedTypeSymbol type in formulas.GetTypeMembers())
        {
            Formula? fromSource = FormulaReader.Read(library.GetTypeByMetadataName("ActGen.Formulas+" + type.Name)!, library, default).ToFormula();
            Assert.NotNull(fromSource);
            Assert.Equal(fromSource, CompiledFormulaReader.Read(type));
        }
    }

    [Fact]
    public void Formula_of_another_assembly_is_inlined()
    {
        MetadataReference library = GeneratorHarness.RunOnce(FormulaContract.CompileBuiltIns(), [new ActivationFunctionGenerator()]).Output.ToReference();
        CSharpCompilation user = TestCompilation.Create(
            ["[ActGen.ActivationFunction] public readonly partial struct Shifted { public static float Formula(float x) => ActGen.Formulas.LeakyReLU.Formula(x - 1, 0.5f); }"],
            [.. TestReferences.Framework, library]);
        FormulaDeclaration declaration = FormulaReader.Read(user.GetTypeByMetadataName("Shifted")!, user, default);
        Assert.Equal("? > - x 1f 0f - x 1f * 0.5f - x 1f", declaration.Body!.ToString());
    }

    [Fact]
    public void Unknown_encoding_names_both_versions()
    {
        CSharpCompilation compilation = FormulaContract.Compile("[ActGen.CompiledFormula(99, \"x\", \"\", \"none\")] public struct Newer;");
        Assert.Null(CompiledFormulaReader.Read(compilation.GetTypeByMetadataName("Newer")!, out string? problem));
        Assert.Contains("99", problem, StringComparison.Ordinal);
        Assert.Contains("encoding 1", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Text_is_the_same_under_every_culture(string culture)
    {
        string[] invariant = Texts(CultureInfo.InvariantCulture), local = Texts(CultureInfo.GetCultureInfo(culture));
        Assert.Equal(invariant, local);

        static string[] Texts(CultureInfo culture)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = culture;
                // A comment of its own keeps tables of remembered results out of the comparison.
                return [.. GeneratorHarness.RunOnce(FormulaContract.Compile(Serf.Replace("1.5f", "0.37f", StringComparison.Ordinal)), [new ActivationFunctionGenerator()]).Sources.Values];
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Line_endings_do_not_matter() => Assert.Equal(Run(Serf.ReplaceLineEndings("\n")).Sources, Run(Serf.ReplaceLineEndings("\r\n")).Sources);

    [Fact]
    public void Truncated_and_mutated_formulas_never_throw()
    {
        CSharpCompilation contract = FormulaContract.Compile();
        for (int length = 0; length < Serf.Length; length += 7)
            Generate(Serf[..length]);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(Serf).GetRoot().DescendantTokens()];
        for (int i = 0; i < tokens.Length; i++)
        {
            Generate(Serf.Remove(tokens[i].SpanStart, tokens[i].Span.Length));
            Generate(Serf.Insert(tokens[i].Span.End, " " + tokens[i].Text));
        }

        void Generate(string source) =>
            GeneratorHarness.RunOnce(contract.AddSyntaxTrees(TestCompilation.Parse(source, "Mutant.cs")), [new ActivationFunctionGenerator()]);
    }
}
