using System.Globalization;
using System.Runtime.ExceptionServices;
using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>Formulas as large as is allowed, and larger.</summary>
public class FormulaSizeTests
{
    [Fact]
    public void Doubling_locals_do_not_explode()
    {
        string locals = string.Concat(Enumerable.Range(1, 60).Select(i => $"float t{i} = t{i - 1} * t{i - 1}; "));
        FormulaDeclaration declaration = Read.Declaration($"public static float Formula(float x) {{ float t0 = x; {locals} return t60; }}");
        Assert.Contains("too large", declaration.Problems[0].Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("float t{0} = t{1} > 0 ? t{1} : -t{1}; ")]
    [InlineData("float t{0} = t{1} switch {{ > 0 => t{1}, _ => -t{1} }}; ")]
    [InlineData("float t{0} = t{1} > t{1} && t{1} < t{1} ? 1 : t{1}; ")]
    [InlineData("float t{0} = t{1} is > 1 and < 2 ? 1 : 0; ")]
    [InlineData("float t{0} = System.Math.Clamp(t{1}, t{1}, t{1}); ")]
    [InlineData("float t{0} = -t{1}; ")]
    public void Whatever_is_read_reads_back_from_metadata(string local)
    {
        int length = 1;
        for (FormulaDeclaration declaration; length < 1000; length++)
        {
            declaration = Chain(length);
            if (declaration.Body is not { } body)
            {
                Assert.Contains("too large", declaration.Problems[0].Arguments[0], StringComparison.Ordinal);
                break;
            }
            Assert.Equal(body, FormulaSerializer.ReadExpression(FormulaSerializer.Write(body)));
            length += length / 8;
        }
        Assert.InRange(length, 2, 900);
        Assert.Contains("too large", Chain(60 + length).Problems[0].Arguments[0], StringComparison.Ordinal);

        FormulaDeclaration Chain(int length) => Read.Declaration("public static float Formula(float x) { float t0 = x; "
            + string.Concat(Enumerable.Range(1, length).Select(i => string.Format(CultureInfo.InvariantCulture, local, i, i - 1))) + $"return t{length}; }}");
    }

    [Theory]
    [InlineData("", "x + ", 10_000, "x")]
    [InlineData("", "x * ", 257, "x")]
    [InlineData("", "x > 0 && ", 5_000, "x > 1 ? 1 : x")]
    [InlineData("x is ", "> 0 or ", 1_000, "< 1 ? 1 : x")]
    [InlineData("", "- ", 300, "x")]
    public void Long_formulas_are_a_problem_and_not_the_end_of_the_compiler(string start, string part, int count, string end)
    {
        FormulaDeclaration declaration = OnSmallStack(() =>
            Read.Declaration($"public static float Formula(float x) => {start}{string.Concat(Enumerable.Repeat(part, count))}{end};"));
        Assert.Contains("too large", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
    }

    /// <summary>Few calls, many factors.</summary>
    [Theory]
    [InlineData("8f", 7)]
    [InlineData("-8f", 7)]
    [InlineData("7.5f", 20)]
    [InlineData("2f", 200)]
    public void Powers_of_powers_are_a_problem_and_not_the_end_of_the_compiler(string exponent, int levels)
    {
        string power = string.Concat(Enumerable.Repeat("Pow(", levels)) + "p" + string.Concat(Enumerable.Repeat($", {exponent})", levels));
        FormulaDeclaration declaration = Read.Declaration($"public static float Formula(float x, float p = 1f) => {power} * x;");
        Assert.Contains("too large", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
        string text = string.Concat(Enumerable.Repeat("pow ", levels)) + "x" + string.Concat(Enumerable.Repeat(" " + exponent, levels));
        Assert.Null(FormulaSerializer.ReadExpression(text));
    }

    /// <summary>Functions that take their argument several times when they are derived or made stable.</summary>
    [Theory]
    [InlineData("Tanh(Softplus(", "))", 5, false)]
    [InlineData("Tanh(Softplus(", "))", 12, false)]
    [InlineData("Tanh(Softplus(", "))", 80, false)]
    [InlineData("Log(System.MathF.Cosh(", "))", 4, false)]
    [InlineData("Tanh(", ")", 60, false)]
    [InlineData("Sigmoid(-", ")", 100, false)]
    [InlineData("Pow(", ", 3)", 3, false)]
    public void Nested_functions_are_analysed_or_a_problem(string open, string close, int levels, bool isTooLarge)
    {
        FormulaDeclaration declaration = Read.Declaration($"public static float Formula(float x) => {string.Concat(Enumerable.Repeat(open, levels))}x{string.Concat(Enumerable.Repeat(close, levels))};");
        if (isTooLarge)
            Assert.Contains("too large", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
        else
            Assert.NotNull(FormulaAnalysis.Of(declaration.ToFormula()!).Kernel);
    }

    [Theory]
    [InlineData("if (x > 0) return x; ", 5_000)]
    [InlineData("if (x > 0) { ", 300)]
    [InlineData("{ ", 300)]
    public void Long_statements_are_a_problem_and_not_the_end_of_the_compiler(string statement, int count)
    {
        string close = string.Concat(Enumerable.Repeat("}", statement.Contains('{', StringComparison.Ordinal) ? count : 0));
        FormulaDeclaration declaration = OnSmallStack(() =>
            Read.Declaration($"public static float Formula(float x) {{ {string.Concat(Enumerable.Repeat(statement, count))} return x; {close} return x; }}"));
        Assert.Contains("too large", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
    }

    /// <summary>The C# parser needs more than 1 MB for some of these; what it then hands on is read on a small stack.</summary>
    [Theory]
    [InlineData("(", ")", 10_000)]
    [InlineData("-(", ")", 2_000)]
    [InlineData("Exp(", ")", 10_000)]
    [InlineData("(x > 0 ? ", " : x)", 5_000)]
    [InlineData("x switch { > 0 => ", ", _ => x }", 3_000)]
    [InlineData("Exp(", ")", 300)]
    [InlineData("-(", ")", 300)]
    public void Deep_nesting_is_a_problem_and_not_the_end_of_the_compiler(string open, string close, int count)
    {
        string body = string.Concat(Enumerable.Repeat(open, count)) + "x" + string.Concat(Enumerable.Repeat(close, count));
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = OnStack(256, () => ActGen.Testing.FormulaContract.Compile(
            "using static ActGen.Functions;\n" + Read.Struct($"public static float Formula(float x) => {body};")));
        Microsoft.CodeAnalysis.INamedTypeSymbol type = OnStack(256, () => compilation.GetTypeByMetadataName("Test")!);
        FormulaDeclaration declaration = OnSmallStack(() => FormulaReader.Read(type, compilation, default));
        Assert.NotEmpty(declaration.Problems);
        Assert.Null(declaration.ToFormula());
    }

    [Fact]
    public void A_sum_of_a_hundred_thousand_terms_is_a_problem()
    {
        FormulaDeclaration declaration = OnSmallStack(() => Read.Declaration($"public static float Formula(float x) => x{string.Concat(Enumerable.Repeat(" + x", 100_000))};"));
        Assert.Contains("too large", Assert.Single(declaration.Problems).Arguments[0], StringComparison.Ordinal);
    }

    /// <summary>A calls B, B calls C, C calls A: each of them says so, whichever is read first.</summary>
    [Fact]
    public void Formulas_that_call_one_another_in_a_circle_are_a_problem()
    {
        string program = string.Concat("ABC".Select((name, i) =>
            $"[ActGen.ActivationFunction] public readonly partial struct {name} {{ public static float Formula(float x) => {"BCA"[i]}.Formula(x) + 1; }}\n"));
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = ActGen.Testing.FormulaContract.Compile(program);
        foreach (string name in new[] { "A", "B", "C" })
        {
            FormulaDeclaration declaration = OnSmallStack(() => FormulaReader.Read(compilation.GetTypeByMetadataName(name)!, compilation, default));
            Assert.Single(declaration.Problems);
            Assert.Null(declaration.ToFormula());
        }
    }

    [Theory]
    // As deep as is allowed, in operations and in locals.
    [InlineData("public static float Formula(float x) => {0}x;", "x + ", 250)]
    [InlineData("public static float Formula(float x) => {0}x;", "x * ", 250)]
    [InlineData("public static float Formula(float x) {{ float t = x; {0} return t; }}", "float t# = -t; ", 500)]
    public void Largest_formulas_are_analysed_on_a_small_stack(string members, string part, int count)
    {
        string parts = string.Concat(Enumerable.Range(1, count).Select(i => part.Replace("t;", $"t{i - 1};", StringComparison.Ordinal).Replace("#", $"{i}", StringComparison.Ordinal)));
        string text = string.Format(CultureInfo.InvariantCulture, members, parts).Replace("float t =", "float t0 =", StringComparison.Ordinal).Replace("return t;", $"return t{count};", StringComparison.Ordinal);
        Assert.NotNull(OnSmallStack(() => FormulaAnalysis.Of(Read.Formula(text)).Kernel));
    }

    /// <summary>1 MB: what a thread of the compiler has on Windows.</summary>
    private static T OnSmallStack<T>(Func<T> function) => OnStack(1, function);

    private static T OnStack<T>(int megabytes, Func<T> function)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            megabytes * 1024 * 1024);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
