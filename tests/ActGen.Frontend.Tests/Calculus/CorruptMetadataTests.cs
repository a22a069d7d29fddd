using ActGen.Frontend.Calculus;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary><c>[CompiledFormula]</c> as another version or a damaged file may have it: a formula, or a sentence that says why there is none.</summary>
public class CorruptMetadataTests
{
    private static readonly string[] Words =
        ["x", "y", "p0", "p1", "p999999999999", "p-1", "0f", "nan", "inf", "-inf", "-0f", "1e999", "1e999f", "+", "*", "/", "?", "fma", "*0", "sigmoid*", "normalcdf*", "isnan", "pow", "sqrt", "neg", "bogus", "", "é", "\u0000", "f", "p", "output", "none", "p0>0", "a=1f", "a*=nan", "=", "*="];

    [Fact]
    public void Damaged_texts_are_refused_or_read()
    {
        var random = new Random(7);
        string[] expressions = [.. Read.BuiltInNames.Select(name => FormulaSerializer.Write(Read.BuiltIn(name).Expression))];
        int read = 0;
        for (int i = 0; i < 4000; i++)
        {
            string text = Damage(expressions[random.Next(expressions.Length)], random);
            if (FormulaSerializer.ReadExpression(text) is { } expression)
            {
                read++;
                Assert.Equal(expression, FormulaSerializer.ReadExpression(FormulaSerializer.Write(expression)));
            }
            _ = FormulaSerializer.ReadParameters(Damage("slope=0.01f beta*=1f", random));
            _ = FormulaSerializer.ReadRule(Damage("output p0>0 p1>=0", random));
        }
        Assert.InRange(read, 50, 3950);
    }

    /// <summary>What is read from a damaged assembly is analysed like any formula.</summary>
    [Fact]
    public void Whatever_is_read_from_metadata_can_be_analysed()
    {
        var random = new Random(11);
        string[] names = [.. Read.BuiltInNames];
        int usable = 0;
        for (int i = 0; i < 150; i++)
        {
            Formula whole = Read.BuiltIn(names[random.Next(names.Length)]);
            (Formula? formula, string? problem) = FromMetadata(
                FormulaSerializer.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Damage(FormulaSerializer.Write(whole.Expression), random), FormulaSerializer.Write(whole.Parameters), FormulaSerializer.Write(whole.Keeps));
            Assert.Equal(formula is null, problem is not null);
            if (formula is null)
                continue;
            usable++;
            FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
            _ = (analysis.Kernel, analysis.Text, SelfCheck.FaultOf(formula), FormulaFacts.Of(formula));
            _ = analysis.OperandFor(formula.Defaults, [.. formula.Parameters.Select(parameter => parameter.IsLearnable)]);
        }
        Assert.InRange(usable, 5, 150);
    }

    [Theory]
    [InlineData("0", "encoding 0, this compiler reads encoding 1")]
    [InlineData("2", "encoding 2, this compiler reads encoding 1")]
    [InlineData("-1", "encoding -1")]
    [InlineData("int.MaxValue", "encoding 2147483647")]
    public void Another_version_is_named_with_ours(string version, string message)
    {
        (Formula? formula, string? problem) = FromMetadata(version, "a text of the future: ∫ x", "", "");
        Assert.Null(formula);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "derivative")]
    [InlineData("* x", "", "derivative")]
    [InlineData("* x x x", "", "derivative")]
    [InlineData("* p0 x", "", "derivative")] // no such parameter
    [InlineData("* y x", "", "derivative")] // y is no input
    [InlineData("x", "a", "derivative")]
    [InlineData("x", "=1f", "derivative")]
    [InlineData("x", "*=1f", "input")]
    [InlineData("x", "a=nan", "derivative")] // a default is a number
    [InlineData("x", "a=1f a=2f", "derivative")]
    [InlineData("x", "a-b=1f", "derivative")] // it becomes a name in generated code
    [InlineData("x", "", "")]
    [InlineData("x", "", "yes")]
    [InlineData("x", "", "output p0>0")] // a condition on no parameter
    [InlineData("x", "", "output p0<0")]
    [InlineData("> x 0f", "", "derivative")] // a condition is no value
    [InlineData("? x x x", "", "derivative")] // a value is no condition
    [InlineData("x", "a*=1f", "output")] // a learned parameter needs x
    [InlineData("nan", "", "none")]
    public void Nonsense_is_malformed(string expression, string parameters, string keeps)
    {
        (Formula? formula, string? problem) = FromMetadata("1", expression, parameters, keeps);
        Assert.Null(formula);
        Assert.Contains("malformed", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ActGen.CompiledFormula(1, null!, \"\", \"derivative\")]", "malformed")]
    [InlineData("[ActGen.CompiledFormula(1, \"x\", null!, \"derivative\")]", "malformed")]
    [InlineData("", "carries no compiled formula")]
    public void What_is_missing_is_said(string attribute, string message)
    {
        (Formula? formula, string? problem) = FromMetadata(attribute);
        Assert.Null(formula);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    private static (Formula? Formula, string? Problem) FromMetadata(string version, string expression, string parameters, string keeps) =>
        FromMetadata($"[ActGen.CompiledFormula({version}, {Literal(expression)}, {Literal(parameters)}, {Literal(keeps)})]");

    private static (Formula? Formula, string? Problem) FromMetadata(string attribute)
    {
        INamedTypeSymbol type = FormulaContract.Compile($"{attribute} public struct Test {{ public static float Formula(float x) => x; }}").GetTypeByMetadataName("Test")!;
        return (CompiledFormulaReader.Read(type, out string? problem), problem);
    }

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Damage(string text, Random random)
    {
        for (int edits = random.Next(1, 3); edits > 0; edits--)
        {
            List<string> words = [.. text.Split(' ')];
            int at = random.Next(words.Count);
            switch (random.Next(5))
            {
                case 0:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                case 2:
                    words[at] = Words[random.Next(Words.Length)];
                    break;
                case 3:
                    (words[at], words[0]) = (words[0], words[at]);
                    break;
                default:
                    return text.Length == 0 ? text : text.Remove(random.Next(text.Length), 1);
            }
            text = string.Join(" ", words);
            if (text.Length == 0)
                return text;
        }
        return text;
    }
}
