using ActGen.Frontend.Calculus;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>One row per construct that a formula may not contain: the token that is marked, and what the message says of it.</summary>
public class UnsupportedConstructTests
{
    [Theory]
    [InlineData("=> x [|%|] 2;", "'%'")]
    [InlineData("=> x / (1 [|<<|] (int)x);", "'<<' cannot be differentiated: a formula is made of arithmetic")]
    [InlineData("=> [|(|]int)x;", "conversion to 'int'")]
    [InlineData("=> System.MathF.[|Round|](x);", "'MathF.Round' is a staircase: its derivative is 0")]
    [InlineData("=> System.MathF.[|Tan|](x);", "'MathF.Tan' is 'Sin(x) / Cos(x)'")]
    [InlineData("=> System.MathF.[|ScaleB|](x, 2);", "'MathF.ScaleB' is a function without a known derivative: a formula is made of")]
    [InlineData("=> x * System.Random.Shared.[|NextSingle|]();", "'Random.NextSingle' cannot be differentiated")]
    [InlineData("=> x * [|Helper|](x); static float Helper(float x) => x;", "'Test.Helper' is a method, which is not read: write it as a local, or as a formula of its own")]
    [InlineData("=> [|Clamp|](x, 0, 1); static float Clamp(float x, float a, float b) => x;", "'Test.Clamp' is a method")]
    [InlineData("=> Other.[|Tanh|](x); static class Other { public static float Tanh(float x) => x; }", "'Other.Tanh' is a method")]
    [InlineData("=> Test.[|Formula|](x);", "must not be recursive: Test → Test")]
    [InlineData("=> x + [|offset|]; static float offset;", "'offset' is a field")]
    [InlineData("=> x + [|Offset|]; static readonly float Offset = 1;", "make it 'const'")]
    [InlineData("=> x + Test.[|Offset|]; static float Offset => 1;", "'Offset' is a property")]
    [InlineData("=> \"x\".[|Length|];", "'Length' is a property")]
    [InlineData("=> x switch { > 0 => x, [|<=|] 0 => 0 };", "last arm")]
    [InlineData("=> x switch { > 0 when [|x|] < 3 => x, _ => 0 };", "'when'")]
    [InlineData("=> x switch { > 0 and [|var|] t => t * t, _ => 0 };", "'var'")]
    [InlineData("=> x switch { > 0 and [|{|] } => x * x, _ => 0 };", "'{'")]
    [InlineData("=> x > 0 ? x : [|throw|] null!;", "value for every x")]
    [InlineData("=> (x > 0) [|==|] (x < 1) ? x : 0;", "'=='")]
    [InlineData("=> [|(|](System.Func<float, float>)(t => t))(x);", "'Func.Invoke'")]
    [InlineData("=> [|new|][] { x }[0];", "'new'")]
    [InlineData("=> x[|++|];", "given its value once")]
    [InlineData("=> (x, 1f).[|Item1|];", "'Item1'")]
    [InlineData("{ [|for|] (int i = 0; i < 3; i++) { } return x; }", "no loops")]
    [InlineData("{ [|foreach|] (int i in new int[3]) { } return x; }", "no loops")]
    [InlineData("{ [|while|] (x > 0) return x; return 0; }", "no loops")]
    [InlineData("{ [|do|] { } while (x > 0); return x; }", "no loops")]
    [InlineData("{ float y = x; y [|+=|] 1; return y; }", "given its value once")]
    [InlineData("{ float y = x; y [|=|] 1; return y; }", "given its value once")]
    [InlineData("{ float y = x; y[|++|]; return y; }", "given its value once")]
    [InlineData("{ x [|=|] 1; return x; }", "given its value once")]
    [InlineData("{ float [|y|]; y = x; return y; }", "must be given its value")]
    [InlineData("{ [|switch|] (x) { case > 0: return x; default: return 0; } }", "switch expression")]
    [InlineData("{ [|float|] Inner(float t) => t; return Inner(x); }", "no functions inside")]
    [InlineData("{ System.Func<float, float> f = [|t|] => t; return f(x); }", "no functions inside")]
    [InlineData("{ [|try|] { return x; } finally { } }", "'try'")]
    [InlineData("{ [|throw|] new System.Exception(); }", "value for every x")]
    [InlineData("{ [|using|] (null) { return x; } }", "'using'")]
    [InlineData("{ [|lock|] (\"\") { return x; } }", "'lock'")]
    [InlineData("{ [|goto|] end; end: return x; }", "'goto'")]
    [InlineData("{ System.Console.[|WriteLine|](x); return x; }", "'Console.WriteLine'")]
    [InlineData("{ if (x > 0) x [|=|] 1; return x; }", "given its value once")]
    [InlineData("{ if (System.MathF.[|Round|](x) > 0) return x; return 0; }", "'MathF.Round'")]
    [InlineData("{ if (x > 0) return x; else return [|offset|]; } static float offset;", "'offset' is a field")]
    public void Construct_is_a_problem_on_its_token(string body, string message)
    {
        FormulaProblem problem = ProblemAt("public static float Formula(float x) " + body);
        Assert.Contains(message, problem.Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static float Formula(float x, float [|k|]) => k * x;", "needs a default value")]
    [InlineData("public static float Formula([|double|] x) => 1;", "'x' is 'double': x and the parameters of an activation are 'float'")]
    [InlineData("public static float Formula(float x, [|int|] n = 2) => x;", "'n' is 'int'")]
    [InlineData("public static float Formula(float x, [|System.Single[]|] n) => x;", "'n' is 'System.Single[]'")]
    [InlineData("public static [|double|] Formula(float x) => x;", "returns 'double': it must return 'float'")]
    [InlineData("[|public|] float Formula(float x) => x;", "'static' is missing")]
    [InlineData("[|float|] Formula(float x) => x;", "'static' is missing")]
    [InlineData("public static float [|Formula|]() => 1;", "needs its argument")]
    [InlineData("public static float Formula[|<T>|](float x) => x;", "takes no type parameters")]
    [InlineData("public static float Formula([|in|] float x) => x;", "passed by value, as 'float x'")]
    [InlineData("public static float [|Formula|](float x) => x; public static float Formula(float x, float y = 1) => x;", "2 methods named Formula")]
    public void Signature_is_a_problem_on_its_token(string members, string message) =>
        Assert.Contains(message, ProblemAt(members).Arguments[0], StringComparison.Ordinal);

    /// <summary>While a formula is being typed the C# compiler says what is wrong with it; that is enough, and nothing is compiled.</summary>
    [Theory]
    [InlineData("public static float Formula(float x) => x * Missing(x);")]
    [InlineData("public static float Formula(float x) => x * missing;")]
    [InlineData("public static float Formula(float x) => System.MathF.Ta(x);")]
    [InlineData("public static float Formula(float x) => System.MathF.;")]
    [InlineData("public static float Formula(float x) => x *;")]
    [InlineData("public static float Formula(float x) => x * (")]
    [InlineData("public static float Formula(float x) => Exp();")]
    [InlineData("public static float Formula(float x) => Exp(x, x);")]
    [InlineData("public static float Formula(float x) => \"text\";")]
    [InlineData("public static float Formula(float x);")]
    [InlineData("public static float Formula(float x) { if (x > 0) return x; }")]
    [InlineData("public static float Formula(float x) { }")]
    [InlineData("public static float Formula(float x) { return; }")]
    [InlineData("public static float Formula(Real x) => x;")]
    [InlineData("public static Real Formula(float x) => x;")]
    [InlineData("public static float Formula(float x, float k = ) => k * x;")]
    [InlineData("public static float Formula(float x, float k = missing) => k * x;")]
    [InlineData("public static float For")]
    public void Half_typed_formula_is_left_to_the_compiler(string members)
    {
        FormulaDeclaration declaration = Read.Declaration(members);
        Assert.Empty(declaration.Problems);
        Assert.Null(declaration.ToFormula());
    }

    /// <summary>Each is told of the circle at its call; what only calls one of them is told nothing more.</summary>
    [Fact]
    public void Circle_of_formulas_is_named()
    {
        CSharpCompilation compilation = FormulaContract.Compile("""
            [ActGen.ActivationFunction] public readonly partial struct A { public static float Formula(float x) => x + B.Formula(x); }
            [ActGen.ActivationFunction] public readonly partial struct B { public static float Formula(float x) => 2 * C.Formula(x); }
            [ActGen.ActivationFunction] public readonly partial struct C { public static float Formula(float x) => A.Formula(x); }
            [ActGen.ActivationFunction] public readonly partial struct D { public static float Formula(float x) => A.Formula(x); }
            [ActGen.ActivationFunction] public readonly partial struct E { public static float Formula(float x) => x % 2; }
            [ActGen.ActivationFunction] public readonly partial struct F { public static float Formula(float x) => E.Formula(x); }
            """);
        Assert.Equal(
            ["A → B → C → A", "B → C → A → B", "C → A → B → C", "", "%", ""],
            "ABCDEF".Select(name => FormulaReader.Read(compilation.GetTypeByMetadataName(name.ToString())!, compilation, default))
                .Select(read => (read.ToFormula(), Text: read.Problems.Count == 0 ? "" : read.Problems[0].Arguments[0]) is (null, var text)
                    ? text.Contains('%', StringComparison.Ordinal) ? "%" : text.Replace("a formula must not be recursive: ", "", StringComparison.Ordinal)
                    : "read"));
    }

    /// <summary>A tooltip is read at a glance.</summary>
    [Fact]
    public void Messages_are_short()
    {
        foreach (string body in new[] { "System.MathF.Tan(x)", "System.MathF.ScaleB(x, 2)", "Helper(x)", "x % 2", "offset", "System.MathF.Asinh(x)" })
        {
            FormulaDeclaration declaration = Read.Declaration($"public static float Formula(float x) => {body}; static float Helper(float x) => x; static float offset;");
            Assert.InRange(declaration.Problems[0].Arguments[0].Length, 20, 180);
        }
    }

    /// <summary>The first problem, which must lie on the marked token.</summary>
    private static FormulaProblem ProblemAt(string members)
    {
        int start = members.IndexOf("[|", StringComparison.Ordinal), end = members.IndexOf("|]", StringComparison.Ordinal) - 2;
        string plain = members.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        CSharpCompilation compilation = FormulaContract.Compile("using static ActGen.Functions;\n\n" + Read.Struct(plain));
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Test")!;
        FormulaDeclaration declaration = FormulaReader.Read(type, compilation, default);
        Assert.Null(declaration.ToFormula());
        FormulaProblem problem = declaration.Problems[0];
        Assert.Equal("ACT0010", problem.Id);
        Location location = FormulaReader.Locate(type, problem);
        Assert.Equal(plain[start..end], location.SourceTree!.GetText().ToString(location.SourceSpan));
        Assert.Equal(location.SourceTree.ToString().IndexOf(plain, StringComparison.Ordinal) + start, location.SourceSpan.Start);
        return problem;
    }
}
