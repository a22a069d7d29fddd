using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Analyzers.Tests.Malformed;

/// <summary>What happens to a program while somebody types, merges, or searches and replaces.</summary>
internal static class ProgramMutation
{
    private static readonly string[] Values =
    [
        "null", "default", "-1", "0", "1", "int.MaxValue", "int.MinValue", "2147483648", "65536 * 65536", "46341 * 46341", "1 / 0", "double.NaN", "-double.Epsilon",
        "float.PositiveInfinity", "1e309", "1e-320", "0x_FF", "'x'", "\"text\"", "\"\"", "typeof(int)", "typeof(ReLU<>)", "nameof(Missing)", "(Initializer)99", "new object[] { null }",
        "new[] { 1, 2 }", "new double[0]", "[1, 2, 3]", "[]", "true", "Missing.Value", "1, 2, 3", "units: 3", "Units = 3", "Bias = ", "x => x", "default(Missing)", "checked(1 + 1)",
    ];

    private static readonly string[] Names =
    [
        "_", "@class", "@_", "\\u0041ctGen", "ActGen", "System", "Global", "Network", "NetworkAttribute", "Dense", "Formula", "Forward", "Predict", "_state", "State", "ReLU", "Ünïcödé", "变量", "ᚠ",
        "Attribute", "Span", "Losses", "Activations", "Functions", "MathF", "Object", "object", "record", "required", "field", "file", "scoped", "async", "dynamic", "nint", "void", "var", "value", "args", "this",
        "aVeryLongNameThatNobodyWouldWriteButAGeneratorOfCodeMightAndThatIsLongerThanOneLineOfAnyEditorThatIsInUseTodayOrWasInUseTenYearsAgoAndThatMustNotBeCutAnywhereWithoutBeingStillUnique",
    ];

    private static readonly string[] Pieces =
    [
        "#if X\n", "#else\n", "#endif\n", "#region\n", "#nullable disable\n", "#line 5 \"other.cs\"\n", "#pragma warning disable ACT1001\n", "/*", "*/", "//", "///", "\"", "\"\"\"", "$\"{", "'", "\0", "\uFFFF", "\uD800", "\uFEFF",
        "\r", "\t", "\\", "@", "#", "<", ">", "<T>", "<,>", "(", ")", "[", "]", "{", "}", ";", ",", "=", "=>", "::", "global::", "?", "!", "..", "^",
        "[Network(3)]", "[Dense(4)]", "[type: Dense(4)]", "[assembly: Network(1)]", "[return: Dense(1)]", "[ActivationFunction]", "[Learnable]", "[Activation<Missing>]", "[Activation<int>]", "[Dense]", "[Dense(", "[CrossEntropyLoss]",
        "static ", "abstract ", "file ", "unsafe ", "ref ", "record ", "struct ", "interface ", "enum ", "delegate ", "partial ", "readonly ", "extension ", "where T : class ", "base(1)", ": this(1)", ": Missing", ": INetwork<", "namespace N;", "using static ", "yield return", "await ", "return ", "goto a;", "throw ", "while (true) ",
    ];

    /// <summary>One to three things go wrong.</summary>
    /// <param name="program">What it was.</param>
    /// <param name="other">Another program, from which a piece may come.</param>
    /// <param name="random">The same numbers give the same program.</param>
    public static string Of(string program, string other, Random random)
    {
        for (int changes = random.Next(1, 4); changes > 0; changes--)
            program = Change(program, other, random);
        return program;
    }

    private static string Change(string program, string other, Random random)
    {
        TextSpan[] tokens = Tokens(program);
        if (tokens.Length == 0)
            return other;
        TextSpan token = tokens[random.Next(tokens.Length)];
        switch (random.Next(10))
        {
            case 0: // deleted
                TextSpan last = tokens[Math.Min(tokens.Length - 1, Array.IndexOf(tokens, token) + random.Next(3))];
                return Replace(program, TextSpan.FromBounds(token.Start, last.End), "");
            case 1: // doubled
                return program.Insert(token.End, " " + Text(program, token));
            case 2: // swapped
                TextSpan second = tokens[random.Next(tokens.Length)];
                (TextSpan left, TextSpan right) = token.Start <= second.Start ? (token, second) : (second, token);
                return Replace(Replace(program, right, Text(program, left)), left, Text(program, right));
            case 3: // from another program
                TextSpan[] others = Tokens(other);
                return others.Length == 0 ? program : Replace(program, token, Text(other, others[random.Next(others.Length)]));
            case 4: // an argument
                TextSpan[] literals = [.. tokens.Where(span => char.IsDigit(program[span.Start]))];
                return Replace(program, literals.Length == 0 ? token : literals[random.Next(literals.Length)], Values[random.Next(Values.Length)]);
            case 5: // a name, everywhere
                string name = Text(program, token), replacement = Names[random.Next(Names.Length)];
                return char.IsLetter(name[0]) ? program.Replace(name, replacement, StringComparison.Ordinal) : Replace(program, token, replacement);
            case 6: // half-typed
                return program[..random.Next(program.Length + 1)];
            case 7: // a hole
                int start = random.Next(program.Length), length = random.Next(program.Length - start);
                return program.Remove(start, length);
            case 8: // twice, as merges leave it
                return program + "\n" + (random.Next(2) == 0 ? program : other);
            default:
                return program.Insert(random.Next(program.Length + 1), Pieces[random.Next(Pieces.Length)]);
        }
    }

    private static TextSpan[] Tokens(string program) =>
        [.. TestCompilation.Parse(program, "Program.cs").GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span)];

    private static string Text(string program, TextSpan span) => program.Substring(span.Start, span.Length);

    private static string Replace(string program, TextSpan span, string text) => string.Concat(program.AsSpan(0, span.Start), text, program.AsSpan(span.End));
}
