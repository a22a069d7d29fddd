using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Calculus;

public class ReaderTests
{
    [Theory]
    [InlineData("x * Tanh(Softplus(x))", "* x tanh softplus x")]
    [InlineData("-x + 2 * (x - 1f) / 3", "+ neg x / * 2f - x 1f 3f")]
    [InlineData("x > 0 ? x : 0", "? > x 0f x 0f")]
    [InlineData("x <= 1 ? x : 1", "? >= 1f x x 1f")]
    [InlineData("x is > 0 and < 3 ? x : 0", "? and > x 0f > 3f x x 0f")]
    [InlineData("!(x > 0) || x == 2 ? 1 : x", "? or not > x 0f == x 2f 1f x")]
    [InlineData("x switch { < 0 => 0, > 6 => 6, _ => x }", "? > 0f x 0f ? > x 6f 6f x")]
    [InlineData("System.MathF.Exp(x)", "exp x")]
    [InlineData("(float)System.Math.Sqrt(x * x + 1.5)", "sqrt + * x x 1.5f")]
    [InlineData("float.ExpM1(x)", "expm1 x")]
    [InlineData("float.Clamp(x, -1, 1)", "min max x -1f 1f")]
    [InlineData("x * System.MathF.PI", "* x 3.1415927f")]
    [InlineData("Max(Min(x, 6), 0)", "max min x 6f 0f")]
    [InlineData("Sin(x) + System.MathF.Cos(x) + (float)System.Math.Atan(x)", "+ + sin x cos x atan x")]
    [InlineData("Pow(x, 1.5f) * Erfc(x)", "* pow x 1.5f erfc x")]
    [InlineData("System.MathF.FusedMultiplyAdd(x, 2, 1)", "+ * x 2f 1f")]
    [InlineData("System.MathF.Log2(x)", "* 1.4426950408889634 log x")]
    [InlineData("float.Exp2(x)", "pow 2f x")]
    [InlineData("System.MathF.Sinh(x)", "* 0.5f - expm1 x expm1 neg x")]
    [InlineData("System.MathF.Log(x, 3)", "/ log x log 3f")]
    public void Reads(string expression, string expected) => Assert.Equal(expected, Read.Expression(expression).Expression.ToString());

    [Theory]
    [InlineData("if (x > 0) return x; return 0;", "? > x 0f x 0f")]
    [InlineData("if (x > 0) { return x; } else { return 0; }", "? > x 0f x 0f")]
    [InlineData("if (x > 1) return 1; if (x < -1) return -1; return x;", "? > x 1f 1f ? > -1f x -1f x")]
    [InlineData("if (x > 0) { if (x > 6) return 6; return x; } return 0;", "? > x 0f ? > x 6f 6f x 0f")]
    [InlineData("if (x > 0) { if (x > 6) return 6; } else { return 0; } float t = x * x; return t;", "? > x 0f ? > x 6f 6f * x x 0f")]
    [InlineData("{ float t = 2 * x; { return t; } }", "* 2f x")]
    [InlineData("const float low = -1; if (x < low) return low; else if (x > 1) return 1; else return x; ;", "? > -1f x -1f ? > x 1f 1f x")]
    public void Statements_with_returns(string body, string expected) =>
        Assert.Equal(expected, Read.Formula($"public static float Formula(float x) {{ {body} }}").Expression.ToString());

    [Theory]
    [InlineData("const float Slope = 0.25f; public static float Formula(float x) => Slope * x;", "* 0.25f x")]
    [InlineData("public static float Formula(float x) => Numbers.Half * x + Test.Numbers.Two; static class Numbers { public const float Half = 0.5f; public const int Two = 2; }", "+ * 0.5f x 2f")]
    [InlineData("public static float Formula(float x) => float.Pi * x + (float)System.Math.E;", "+ * 3.1415927f x 2.7182817f")]
    public void Constants(string members, string expected) => Assert.Equal(expected, Read.Formula(members).Expression.ToString());

    [Fact]
    public void Locals_become_their_value_and_keep_their_names()
    {
        FormulaDeclaration declaration = Read.Declaration("public static float Formula(float x) { const float half = 0.5f; var gate = Sigmoid(x); float scaled = half * gate; return x * scaled; }");
        Assert.Empty(declaration.Problems);
        Assert.Equal("* x * 0.5f sigmoid x", declaration.Body!.ToString());
        Assert.Equal(["gate", "scaled"], declaration.Locals.Select(local => local.Name));
    }

    [Fact]
    public void Parameters_have_names_defaults_and_learnability()
    {
        Formula formula = Read.Formula("public static float Formula(float x, float slope = 0.01f, [ActGen.Learnable] float beta = 1f) => slope * x + beta;");
        Assert.Equal([new FormulaParameter("slope", 0.01, false), new FormulaParameter("beta", 1, true)], formula.Parameters);
        Assert.Equal("+ * p0 x p1", formula.Expression.ToString());
    }

    [Fact]
    public void Calls_of_other_formulas_are_inlined()
    {
        CSharpCompilation compilation = FormulaContract.Compile("""
            [ActGen.ActivationFunction] public readonly partial struct Inner { public static float Formula(float x, float k = 2f) => k * x + ActGen.Functions.Exp(x); }
            [ActGen.ActivationFunction] public readonly partial struct Outer { public static float Formula(float x) => Inner.Formula(x - 1) + Inner.Formula(k: 3, x: x); }
            """);
        FormulaDeclaration outer = FormulaReader.Read(compilation.GetTypeByMetadataName("Outer")!, compilation, default);
        Assert.Equal("+ + * 2f - x 1f exp - x 1f + * 3f x exp x", outer.Body!.ToString());
    }

    [Fact]
    public void Struct_with_fields_or_without_formula_is_a_problem_on_its_name()
    {
        Assert.Contains("field 'slope'", Read.Declaration("readonly float slope; public static float Formula(float x) => x;").Problems[0].Arguments[0], StringComparison.Ordinal);
        Assert.Contains("needs a method", Read.Declaration("").Problems[0].Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Property_is_called_by_its_name() =>
        Assert.Contains("property 'Scale'", Read.Declaration("public float Scale { get; } public static float Formula(float x) => x;").Problems[0].Arguments[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("{0} file partial struct F {1}", "F", "local to its file")]
    [InlineData("file static partial class Outer {{ {0} public partial struct F {1} }}", "F", "local to its file")]
    [InlineData("{0} public ref partial struct F {1}", "F", "ref struct")]
    [InlineData("{0} public partial class F {1}", "F", "not a struct")]
    public void Type_that_cannot_be_extended_is_a_problem(string form, string name, string expected)
    {
        CSharpCompilation compilation = FormulaContract.Compile(string.Format(
            CultureInfo.InvariantCulture, form, "[ActGen.ActivationFunction]", "{ public static float Formula(float x) => x; }"));
        INamedTypeSymbol type = compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        Assert.Contains(expected, Assert.Single(FormulaReader.Read(type, compilation, default).Problems).Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Formula_that_is_called_often_is_read_once()
    {
        string formulas = string.Concat(Enumerable.Range(1, 28).Select(i =>
            $"[ActGen.ActivationFunction] public readonly partial struct F{i} {{ public static float Formula(float x) => F{i - 1}.Formula(F{i - 1}.Formula(x)); }}\n"));
        CSharpCompilation compilation = FormulaContract.Compile(
            "[ActGen.ActivationFunction] public readonly partial struct F0 { public static float Formula(float x) => 1; }\n" + formulas);
        Assert.Equal("1f", FormulaReader.Read(compilation.GetTypeByMetadataName("F28")!, compilation, default).Body!.ToString());
    }

    [Fact]
    public void Long_chain_of_formulas_is_a_problem()
    {
        string formulas = string.Concat(Enumerable.Range(1, 2000).Select(i =>
            $"[ActGen.ActivationFunction] public readonly partial struct F{i} {{ public static float Formula(float x) => F{i - 1}.Formula(x); }}\n"));
        CSharpCompilation compilation = FormulaContract.Compile(
            "[ActGen.ActivationFunction] public readonly partial struct F0 { public static float Formula(float x) => x; }\n" + formulas);
        Assert.NotEmpty(FormulaReader.Read(compilation.GetTypeByMetadataName("F2000")!, compilation, default).Problems);
        Assert.Equal("x", FormulaReader.Read(compilation.GetTypeByMetadataName("F20")!, compilation, default).Body!.ToString());
    }

    [Fact]
    public void Edit_elsewhere_does_not_change_the_declaration()
    {
        const string Bad = "[ActGen.ActivationFunction] public readonly partial struct Test { public static float Formula(float x) => x % 2; }";
        CSharpCompilation before = FormulaContract.Compile(Bad), after = FormulaContract.Compile("// a comment\nclass Other;\n" + Bad);
        Assert.Equal(
            FormulaReader.Read(before.GetTypeByMetadataName("Test")!, before, default),
            FormulaReader.Read(after.GetTypeByMetadataName("Test")!, after, default));
    }
}
