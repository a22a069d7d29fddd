using System.Collections.Immutable;
using ActGen.CodeFixes.Refactorings;
using ActGen.CodeFixes.Stack;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.CodeFixes.Tests.Rules;

/// <summary>Fixes of stacks that are written in every way that C# allows: what comes out compiles, and the mistake is gone. Two mistakes for each layout run always, others for
/// each; with <c>ACTGEN_FORMATS=all</c> all for all.</summary>
public class OddFormattingTests
{
    /// <summary>Mistakes, each a stack of layers whose attributes are split by spaces.</summary>
    private static readonly (string Id, string Stack)[] Mistakes =
    [
        ("ACT1001", "Dense(20) Softmax Dense(3) CrossEntropyLoss"),
        ("ACT1002", "Dense(20) Dense(3) CrossEntropyLoss"),
        ("ACT1005", "Dense(20) Tanh Dense(20) Tanh Dense(20) Tanh Dense(2) MSELoss"),
        ("ACT1007", "Dense(20) ReLU ReLU Dense(1) MSELoss"),
        ("ACT1009", "Dense(20) ReLU Dense(3) ReLU CrossEntropyLoss"),
        ("ACT2001", "Dense(20) ReLU Dense(3) Softmax CrossEntropyLoss(IgnoreIndex=7)"),
        ("ACT2002", "Dense(20) ReLU Dense(1) Sigmoid BCEWithLogitsLoss"),
        ("ACT2004", "Dense(20) ReLU Dense(3) NLLLoss(IgnoreIndex=7)"),
        ("ACT2006", "Dense(20) ReLU Dense(1) Softplus PoissonNLLLoss"),
        ("ACT2007", "Dense(20) ReLU Dense(1) BCELoss"),
        ("ACT2010", "Dense(20) ReLU Dense(3) KLDivLoss"),
        ("ACT2011", "Dense(20) ReLU Dense(3) Dropout(0.5) CrossEntropyLoss"),
        ("ACT3002", "Dense(20,Init=Initializer.Zeros) ReLU Dense(2) MSELoss"),
        ("ACT3004", "Dense(20) ReLU Dropout(0.8) Dense(2) MSELoss"),
        ("ACT3005", "Dense(20) ReLU Dense(2,Bias=false) MSELoss"),
        ("ACT0006", "Dense(20) ReLU Dropout(20) Dense(2) MSELoss"),
        ("ACT0007", "MSELoss Dense(20) ReLU Dense(2)"),
        ("ACT0008", "Dense(20) ReLU Dense(1) CrossEntropyLoss"),
    ];

    private static readonly Dictionary<string, Func<string[], string>> Layouts = new()
    {
        ["a line each"] = attributes => string.Concat(attributes.Select(one => $"[{one}]\n")),
        ["all on one line"] = attributes => string.Join(" ", attributes.Select(one => $"[{one}]")) + " ",
        ["without blanks"] = attributes => string.Concat(attributes.Select(one => $"[{one}]")),
        ["one list"] = attributes => $"[{string.Join(", ", attributes)}]\n",
        ["one list, a line each"] = attributes => $"[\n    {string.Join(",\n    ", attributes)}\n]\n",
        ["one list, closed on the last line"] = attributes => $"[{string.Join(",\n    ", attributes)}]\n",
        ["one list, commas first"] = attributes => $"[ {string.Join("\n, ", attributes)}\n]\n",
        ["one list with a comma at the end"] = attributes => $"[{string.Join(", ", attributes)},]\n",
        ["one list with comments"] = attributes => $"[{string.Join(", // so\n    ", attributes)}] // done\n",
        ["one list with comments between"] = attributes => $"[ /* a */ {string.Join(" /* b */ , /* c */ ", attributes)} /* d */ ]\n",
        ["comments"] = attributes => string.Concat(attributes.Select((one, index) => $"// before {index}\n/* here */ [{one}] // behind {index}\n")),
        ["pairs"] = attributes => string.Concat(attributes.Chunk(2).Select(two => $"[{string.Join(", ", two)}] // two\n")),
        ["windows lines"] = attributes => string.Concat(attributes.Select(one => $"\t[{one}]\r\n")),
        ["target specifiers"] = attributes => string.Concat(attributes.Chunk(2).Select(two => $"[type: {string.Join(", ", two)}]\n")),
        ["suffixes"] = attributes => string.Concat(attributes.Select(one => $"[{Suffixed(one)}]\n")),
        ["namespaces"] = attributes => string.Concat(attributes.Select(one => $"[global::ActGen.{one}]\n")),
        ["among others"] = attributes => $"[System.Serializable, {string.Join(", ", attributes)}, System.Obsolete]\n",
        ["between directives"] = attributes => $"#region one\n#nullable enable\n{string.Concat(attributes.Select(one => $"[{one}]\n"))}#pragma warning disable CS0618\n",
    };

    public static TheoryData<string> Names => [.. Layouts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_offer_compiles_and_helps(string layout)
    {
        foreach ((string id, string stack) in MistakesOf(layout))
        {
            string code = Program(layout, stack);
            Assert.Contains(id, await FoundAsync(code));
            ImmutableArray<string> keys = await FixAllHarness.KeysAsync(code, id);
            Assert.NotEmpty(keys);
            foreach (string key in keys)
            {
                string after = (await FixAllHarness.ApplyAsync([[code]], FixAllScope.Document, id, key))[0][0];
                Assert.True(!(await FoundAsync(after)).Contains(id), $"{key} leaves it in\n{after}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_at_the_loss_and_another_activation_compile(string layout)
    {
        string code = Program(layout, "Dense(20) ReLU Dense(3) Softmax CrossEntropyLoss");
        foreach ((Microsoft.CodeAnalysis.CodeRefactorings.CodeRefactoringProvider provider, string at) in new (Microsoft.CodeAnalysis.CodeRefactorings.CodeRefactoringProvider, string)[] { (new LayerStackFixElsewhere(), "CrossEntropyLoss"), (new SwapActivation(), "ReLU") })
        {
            IReadOnlyDictionary<string, string> programs = await RefactoringHarness.AllAsync(provider, code.Replace(at, $"[|{at}|]", StringComparison.Ordinal));
            Assert.NotEmpty(programs);
            string after = programs.First().Value;
            ImmutableArray<string> found = await FoundAsync(after);
            Assert.Equal(provider is SwapActivation, found.Contains("ACT2001"));
            Assert.NotEqual(code, after);
        }
    }

    /// <summary>What the compiler says counts as well.</summary>
    private static async Task<ImmutableArray<string>> FoundAsync(string code)
    {
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create([code, TestCompilation.ImplicitUsings + "\nglobal using global::ActGen;\n"])).Output;
        Diagnostic[] errors = [.. program.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors is [], $"{string.Join("\n", errors.Select(error => error.ToString()))}\nin\n{code}");
        return [.. (await AnalyzerHarness.DiagnosticsAsync(program)).Select(found => found.Id).Distinct()];
    }

    private static IEnumerable<(string Id, string Stack)> MistakesOf(string layout)
    {
        int place = Layouts.Keys.ToList().IndexOf(layout);
        return Environment.GetEnvironmentVariable("ACTGEN_FORMATS") == "all" ? Mistakes : Mistakes.Where((_, index) => (index + place) % (Mistakes.Length / 2) == 0);
    }

    private static string Program(string layout, string stack) =>
        $"{Layouts[layout]([.. $"Network(8) {stack}".Split(' ')])}public sealed partial class Net {{ }}{(layout == "between directives" ? "\n#pragma warning restore CS0618\n#endregion" : "")}";

    private static string Suffixed(string attribute) => attribute.IndexOf('(') is > 0 and var open ? attribute[..open] + "Attribute" + attribute[open..] : attribute + "Attribute";
}
