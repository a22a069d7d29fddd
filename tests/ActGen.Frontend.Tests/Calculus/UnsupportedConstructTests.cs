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
    [InlineData("=> x / (1 [|<<|] (int)x);", "'<<'")]
    [InlineData("=> [|(|]int)x;", "conversion to 'int'")]
    [InlineData("=> System.MathF.[|Round|](x);", "'Round'")]
    [InlineData("=> System.MathF.[|Tan|](x);", "'Tan'")]
    [InlineData("=> System.MathF.[|Atan2|](x, 2);", "'Atan2'")]
    [InlineData("=> x * System.Random.Shared.[|NextSingle|]();", "'NextSingle'")]
    [InlineData("=> x * [|Helper|](x); static float Helper(float x) => x;", "'Helper'")]
    [InlineData("=> Test.[|Formula|](x);", "calls itself")]
    [InlineData("=> x + [|offset|]; static float offset;", "'offset' is a field")]
    [InlineData("=> x + [|Offset|]; static readonly float Offset = 1;", "make it 'const'")]
    [InlineData("=> x + Test.[|Offset|]; static float Offset => 1;", "'Offset' is a property")]
    [InlineData("=> \"x\".[|Length|];", "'Length' is a property")]
    [InlineData("=> x switch { > 0 => x, [|<=|] 0 => 0 };", "last arm")]
    [InlineData("=> x switch { > 0 when [|x|] < 3 => x, _ => 0 };", "'when'")]
    [InlineData("=> x switch { [|var|] t => t * t, _ => 0 };", "'var'")]
    [InlineData("=> x switch { [|{|] } => x * x, _ => 0 };", "'{'")]
    [InlineData("=> x > 0 ? x : [|throw|] null!;", "value for every x")]
    [InlineData("=> (x > 0) [|==|] (x < 1) ? x : 0;", "'=='")]
    [InlineData("=> [|(|](System.Func<float, float>)(t => t))(x);", "'Invoke'")]
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
    [InlineData("{ System.Console.[|WriteLine|](x); return x; }", "'WriteLine'")]
    [InlineData("{ if (x > 0) x [|=|] 1; return x; }", "given its value once")]
    [InlineData("{ if (System.MathF.[|Round|](x) > 0) return x; return 0; }", "'Round'")]
    [InlineData("{ if (x > 0) return x; else return [|offset|]; } static float offset;", "'offset' is a field")]
    public void Construct_is_a_problem_on_its_token(string body, string message)
    {
        FormulaProblem problem = ProblemAt("public static float Formula(float x) " + body);
        Assert.Contains(message, problem.Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static float Formula(float x, float [|k|]) => k * x;", "needs a default value")]
    [InlineData("public static float [|Formula|](double x) => 1;", "static float Formula(float x)")]
    [InlineData("public static double [|Formula|](float x) => x;", "static float Formula(float x)")]
    [InlineData("public float [|Formula|](float x) => x;", "static float Formula(float x)")]
    [InlineData("public static float [|Formula|]<T>(float x) => x;", "static float Formula(float x)")]
    [InlineData("public static float [|Formula|](in float x) => x;", "static float Formula(float x)")]
    [InlineData("public static float [|Formula|](float x);", "must return a value")]
    [InlineData("public static float [|Formula|](float x) { if (x > 0) return x; }", "must return a value on every path")]
    [InlineData("public static float [|Formula|](float x) { }", "must return a value")]
    [InlineData("public static float [|Formula|](float x) => x; public static float Formula(float x, float y = 1) => x;", "2 methods named Formula")]
    public void Signature_is_a_problem_on_its_token(string members, string message) =>
        Assert.Contains(message, ProblemAt(members).Arguments[0], StringComparison.Ordinal);

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
