using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests;

/// <summary>Every rule has a page, every page a rule, and what a page shows is so.</summary>
public class RulePagesTests
{
    private static readonly string[] Sections = ["Cause", "Why", "Wrong", "Right", "When to suppress", "Known exceptions"];

    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = ProductRules.All;

    public static TheoryData<string> Ids => [.. RulePage.Ids];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(Rules.Select(rule => rule.Id), RulePage.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_rule_says(string id)
    {
        RulePage page = RulePage.Read(id);
        DiagnosticDescriptor rule = Rules.Single(rule => rule.Id == id);

        Assert.Equal((rule.Id, rule.Title.ToString(), rule.Category), (page.Id, page.Title, page.Category));
        Assert.StartsWith(rule.DefaultSeverity.ToString().ToLowerInvariant(), page.Severity);
        Assert.Equal($"https://github.com/actgen/actgen/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Equal(Sections, page.Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Where(section => section != "Options"));
        Assert.Equal(ProductCodeFixes.Create().Any(fix => fix.FixableDiagnosticIds.Contains(id)), page.Fix != "none");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_wrong_is_reported_and_what_is_right_is_silent(string id)
    {
        RulePage page = RulePage.Read(id);
        if (id == "ACT0013")
            return; // Its examples are lines of a project file; DeclarationProblemsTests covers the rule.

        Assert.Contains(id, (await Diagnostics(page.CodeOf("Wrong"))).Select(diagnostic => diagnostic.Id));
        Assert.Equal("(none)", TestCompilation.Describe(await Diagnostics(page.CodeOf("Right"), alsoOfCompiler: true)));
    }

    [Fact]
    public void The_index_lists_all_rules() => Snapshot.AssertPart(Path.Combine(RulePage.Folder, "README.md"), "rules", RuleTables.ByFamily(Rules));

    [Fact]
    public void The_read_me_lists_all_rules() => Snapshot.AssertPart(Path.Combine(RulePage.Folder, "../../README.md"), "rules", RuleTables.Short(Rules));

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(string code, bool alsoOfCompiler = false)
    {
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create(
            [code, TestCompilation.ImplicitUsings + "\nglobal using ActGen;"],
            TestReferences.Default,
            parseOptions: TestCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.Parse))).Output;
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.DiagnosticsAsync(program);
        return alsoOfCompiler ? [.. found, .. program.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)] : found;
    }
}
