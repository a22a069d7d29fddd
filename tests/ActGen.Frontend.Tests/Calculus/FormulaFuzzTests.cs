using System.Collections.Immutable;
using ActGen.Frontend.Calculus;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Formulas with tokens lost, doubled, swapped and replaced: whatever comes of it is read, or is a problem on a token of it; never an
/// exception, never silence. <c>ACTGEN_FORMULA_FUZZ=20000</c> tries that many; without it the tests take a slice.</summary>
public class FormulaFuzzTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("ACTGEN_FORMULA_FUZZ"), out int count) ? count : 600;

    /// <summary>What people might write instead, right and wrong, from all corners of the language.</summary>
    private static readonly string[] Pieces =
    [
        "x", "0", "1f", "1e-45f", "3.4e38f", "1e300", "float.NaN", "float.PositiveInfinity", "double.Epsilon", "1e999", "0f/0f", "null", "default", "true", "'c'", "\"s\"", "$\"{x}\"",
        "(", ")", "{", "}", "[", "]", ";", ",", ".", "?", ":", "=>", "=", "==", "!=", "<", ">=", "&&", "||", "!", "&", "|", "^", "~", "<<", ">>>", "%", "++", "--", "+=", "??", "..", "^1",
        "+", "-", "*", "/", "Exp(x)", "Log(x)", "Sqrt(x)", "Pow(x, x)", "Pow(x, -200.5f)", "Pow(0f, x)", "Sin(1e30f * x)", "Sigmoid", "Tanh()", "Softplus(x, x)", "System.Math.Pow(x, 1e300)",
        "MathF.PI", "int.MaxValue", "checked(x)", "unchecked(x)", "stackalloc float[1]", "new()", "new float[] { x }[0]", "[x][0]", "x as object", "x is float f", "x is > 0 and < 1", "x switch { > 0 => x, _ => 0 }",
        "x switch { }", "x switch { float.NaN => 1, _ => x }", "(x, x).Item1", "(x, x) is (0, 1) ? x : 1", "await x", "throw null", "nameof(x)", "sizeof(float)", "typeof(int)", "x!", "ref x", "in x", "out x",
        "(float)x", "(double)x", "(int)x", "(decimal)x", "() => x", "delegate { }", "from a in x select a", "with { }", "this", "base.x", "Formula(x)", "Test.Formula(x)", "x.CompareTo(x)", "float.Parse(\"1\")",
        "if (x > 0) return x;", "for (;;) { }", "while (true) ;", "return x;", "var t = x;", "const float c = 2;", "static float F(float x) => x;", "goto end;", "lock (x) { }", "unsafe { }", "yield return x;", "#if A", "//", "/*", "@", "\\u0078", "é",
        "System.Numerics.Vector3.Dot(default, default)", "System.Math.Clamp(x, 1, -1)", "System.MathF.FusedMultiplyAdd(x, x, x)", "x > 0 ? x : x > 1 ? 2 : 3", "-(-(-x))", "(((((x)))))", "double.MaxValue * x",
    ];

    [Fact]
    public void Mutated_formulas_are_read_or_are_a_problem_on_a_token()
    {
        var random = new Random(20260);
        ImmutableArray<(string Name, string Text)> sources = [.. FormulaContract.BuiltInSources.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
        const int Batch = 200;
        int read = 0;
        for (int done = 0; done < Count; done += Batch)
        {
            // One struct for each mutant, all in one compilation: that is what takes the time.
            string[] bodies = [.. Enumerable.Range(0, Math.Min(Batch, Count - done)).Select(_ => Mutate(Formula(sources[random.Next(sources.Length)].Text), random))];
            read += Check(bodies);
        }
        // Most mutants are nonsense, and some must get through to what is derived.
        Assert.InRange(read, Count / 50, Count);
    }

    /// <summary>Everything that can be asked of what was read is asked.</summary>
    private static int Check(string[] bodies)
    {
        CSharpCompilation compilation = FormulaContract.Compile(bodies.Select((body, i) =>
            $"using System; using static ActGen.Functions;\nnamespace N{i} {{ [ActGen.ActivationFunction] public readonly partial struct Test {{ {body} }} }}"));
        int read = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            foreach (INamedTypeSymbol type in compilation.GetSymbolsWithName("Test", SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(type => type.ContainingNamespace?.Name == $"N{i}"))
            {
                try
                {
                    read += Check(type, compilation) ? 1 : 0;
                }
                catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"{bodies[i]}\n{exception}");
                }
            }
        }
        return read;
    }

    private static bool Check(INamedTypeSymbol type, CSharpCompilation compilation)
    {
        FormulaDeclaration declaration = FormulaReader.Read(type, compilation, default);
        foreach (FormulaProblem problem in declaration.Problems)
        {
            Location location = FormulaReader.Locate(type, problem);
            Assert.True(location.IsInSource, problem.Arguments[0]);
            Assert.True(TextSpan.FromBounds(0, location.SourceTree.Length).Contains(location.SourceSpan), problem.Arguments[0]);
            Assert.NotEmpty(problem.Arguments[0]);
        }
        if (declaration.ToFormula() is not { } formula)
        {
            // Where the C# compiler says what is wrong that is enough; otherwise somebody must.
            SyntaxNode written = type.DeclaringSyntaxReferences[0].GetSyntax();
            Assert.True(
                declaration.Problems.Count > 0 || compilation.GetSemanticModel(written.SyntaxTree).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
                $"nothing was said of {written}");
            return false;
        }
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        Assert.Equal(formula.Expression, FormulaSerializer.ReadExpression(FormulaSerializer.Write(formula.Expression)));
        _ = (analysis.Kernel, analysis.Text, analysis.DerivativeText, SelfCheck.FaultOf(formula), FormulaFacts.Of(formula));
        return true;
    }

    private static string Mutate(string method, Random random)
    {
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText("struct S { " + method + " }", TestCompilation.ParseOptions).GetRoot().DescendantTokens()
                .Where(token => token.Span.Length > 0 && token.SpanStart >= 11 && token.Span.End <= 11 + method.Length)];
            if (tokens.Length < 2)
                return method;
            int at = random.Next(tokens.Length - 1);
            (int start, int end) = (tokens[at].SpanStart - 11, tokens[at].Span.End - 11);
            SyntaxToken next = tokens[at + 1];
            string piece = Pieces[random.Next(Pieces.Length)];
            method = random.Next(6) switch
            {
                0 => method.Remove(start, end - start),
                1 => method.Insert(start, tokens[at].Text + " "),
                2 => method[..start] + next.Text + " " + tokens[at].Text + method[(next.Span.End - 11)..],
                3 => method[..start] + " " + piece + " " + method[end..],
                4 => method[..start] + " " + piece + " " + method[start..],
                _ => method[..start] + " " + tokens[random.Next(tokens.Length)].Text + " " + method[end..],
            };
        }
        return method;
    }

    private static string Formula(string source)
    {
        int start = source.IndexOf("public static float Formula", StringComparison.Ordinal);
        return source[start..(source.IndexOf(';', start) + 1)];
    }
}
