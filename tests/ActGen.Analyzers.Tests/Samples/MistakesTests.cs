using System.Collections.Immutable;
using System.Text;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Analyzers.Tests.Samples;

/// <summary><c>samples/Mistakes</c>: every rule in a file of its own, reported there once, and nothing else.</summary>
public class MistakesTests
{
    // What this one needs is a project of an older C#.
    private const string LanguageVersionRule = "ACT0013";

    private static readonly Lazy<CSharpCompilation> Sample = new(() => Project(Mistake.All.Where(mistake => mistake.Id != LanguageVersionRule)));

    private static readonly Lazy<Task<ImmutableArray<Diagnostic>>> Findings = new(FindAsync);

    [Fact]
    public void Every_rule_has_a_file() => Assert.Equal(ProductRules.All.Select(rule => rule.Id), Mistake.All.Select(mistake => mistake.Id));

    [Fact]
    public async Task Each_file_shows_its_rule_on_what_is_wrong_and_nothing_else()
    {
        ImmutableArray<Diagnostic> findings = await Findings.Value;

        Assert.Equal(Mistake.All.Select(mistake => (mistake.Name, mistake.Id)), findings.Select(finding => (finding.Location.GetLineSpan().Path, finding.Id)));
        Assert.DoesNotContain(findings, IsInRightForm);
    }

    [Fact]
    public async Task Messages_fit_in_a_line()
    {
        string faults = string.Concat((await Findings.Value).Select(MessageForm.FaultOf));

        Assert.True(faults.Length == 0, faults);
    }

    /// <summary>Lines and messages are reviewed where a reader of the sample sees them.</summary>
    [Fact]
    public async Task The_read_me_of_the_sample_says_what_is_reported()
    {
        var table = new StringBuilder("| place | severity | message |\n|---|---|---|\n");
        foreach (Diagnostic finding in await Findings.Value)
        {
            string file = finding.Location.GetLineSpan().Path;
            int line = finding.Location.GetLineSpan().StartLinePosition.Line + 1;
            table.Append($"| [{Path.GetFileNameWithoutExtension(file)}, line {line}]({file}#L{line}) | {RuleTables.Severity(finding.Descriptor)} | {finding.GetMessage().Replace("|", "\\|")} |\n");
        }
        Snapshot.AssertPart(Path.Combine(Mistake.Folder, "README.md"), "findings", table.ToString());
    }

    /// <summary>The mistakes are none of C#; only classes that are errors may be left without their other half.</summary>
    [Fact]
    public void The_compiler_itself_has_nothing_to_say()
    {
        var said = Sample.Value.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => !diagnostic.Location.GetLineSpan().Path.Contains("/Errors/", StringComparison.Ordinal) || IsInRightForm(diagnostic));
        Assert.Equal("(none)", TestCompilation.Describe(said));
    }

    private static bool IsInRightForm(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == "Right") is { } right
        && diagnostic.Location.SourceSpan.End > right.SpanStart;

    private static async Task<ImmutableArray<Diagnostic>> FindAsync()
    {
        CSharpCompilation older = Project(Mistake.All.Where(mistake => mistake.Id == LanguageVersionRule), LanguageVersion.CSharp11);
        return
        [
            .. (await AnalyzerHarness.DiagnosticsAsync(Sample.Value)).Concat(await AnalyzerHarness.DiagnosticsAsync(older))
                .OrderBy(finding => finding.Id, StringComparer.Ordinal),
        ];
    }

    private static CSharpCompilation Project(IEnumerable<Mistake> mistakes, LanguageVersion version = LanguageVersion.CSharp14)
    {
        CSharpParseOptions options = TestCompilation.ParseOptions.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Parse);
        CSharpCompilation program = TestCompilation.Create([TestCompilation.ImplicitUsings], TestReferences.Default, parseOptions: options)
            .AddSyntaxTrees(mistakes.Select(mistake => TestCompilation.Parse(mistake.Text, mistake.Name, options)));
        return GeneratorHarness.RunOnce(program).Output;
    }
}
