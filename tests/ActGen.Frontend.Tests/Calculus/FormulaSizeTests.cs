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
    private static T OnSmallStack<T>(Func<T> function)
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
            1024 * 1024);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
