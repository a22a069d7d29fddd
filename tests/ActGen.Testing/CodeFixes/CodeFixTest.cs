using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>A program, the fix of its diagnostics, and the program after it. The surface follows Microsoft's testing packages.</summary>
public sealed class CodeFixTest
{
    /// <summary>The program; the diagnostic to fix is the first that has a fix. Markup as in <see cref="AnalyzerTest"/> is optional.</summary>
    public required string TestCode { get; init; }

    /// <summary>The program after the fix of each diagnostic in turn; equal to <see cref="TestCode"/> where no fix must be offered.</summary>
    public required string FixedCode { get; init; }

    /// <summary>Only fixes of this diagnostic are applied.</summary>
    public required string Id { get; init; }

    /// <summary>Other files of the program.</summary>
    public List<string> OtherSources { get; init; } = [];

    /// <summary>Title of the fix to apply, where several are offered.</summary>
    public string? Title { get; init; }

    /// <summary>Diagnostics that may remain after the fix.</summary>
    public ImmutableArray<string> Remaining { get; init; } = [];

    /// <summary>Language version and symbols.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = TestCompilation.ParseOptions;

    /// <summary>Applies the fix again and again until none is offered, then "fix all in document" in one go; both must give
    /// <see cref="FixedCode"/>, and the result must compile and be silent.</summary>
    /// <exception cref="HarnessException">A text differs, or the fixed program is not silent.</exception>
    public async Task RunAsync()
    {
        string code = MarkupText.Parse(TestCode).Text;
        await AssertIs(await ApplyOneByOneAsync(code), "applied one by one");
        if (code != FixedCode)
            await AssertIs(await ApplyToAllAsync(code), "applied to all in the document");
    }

    private async Task<Document> ApplyOneByOneAsync(string code)
    {
        using var workspace = new AdhocWorkspace();
        Document document = CreateDocument(workspace, code);
        for (int round = 0; round < 20; round++)
        {
            bool applied = false;
            foreach (Diagnostic diagnostic in await FixableAsync(document))
            {
                if (await ActionAsync(document, diagnostic) is not { } fix)
                    continue;
                document = await ApplyAsync(document, fix.Action);
                applied = true;
                break;
            }
            if (!applied)
                return document;
        }
        throw new HarnessException($"After 20 fixes of {Id} there are still more:\n{await document.GetTextAsync()}");
    }

    private async Task<Document> ApplyToAllAsync(string code)
    {
        using var workspace = new AdhocWorkspace();
        Document document = CreateDocument(workspace, code);
        foreach (Diagnostic diagnostic in await FixableAsync(document))
        {
            if (await ActionAsync(document, diagnostic) is not { } fix)
                continue;
            FixAllProvider provider = fix.Provider.GetFixAllProvider()
                ?? throw new HarnessException($"{fix.Provider.GetType().Name} does not fix all.");
            var context = new FixAllContext(
                document, fix.Provider, FixAllScope.Document, fix.Action.EquivalenceKey, [Id], new Reported(this), CancellationToken.None);
            CodeAction action = await provider.GetFixAsync(context)
                ?? throw new HarnessException($"{fix.Provider.GetType().Name} offers one fix, but none for all.");
            return await ApplyAsync(document, action);
        }
        return document;
    }

    private async Task<(CodeAction Action, CodeFixProvider Provider)?> ActionAsync(Document document, Diagnostic diagnostic)
    {
        foreach (CodeFixProvider provider in ProductCodeFixes.Create().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            if (actions.Find(action => Title is null || action.Title == Title) is { } found)
                return (found, provider);
        }
        return null;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetDocument(document.Id)!;
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Document document)
    {
        SyntaxTree? tree = await document.GetSyntaxTreeAsync();
        return [.. (await AllAsync(document.Project)).Where(diagnostic => diagnostic.Id == Id && diagnostic.Location.SourceTree == tree)];
    }

    private static async Task<ImmutableArray<Diagnostic>> AllAsync(Project project) =>
        await AnalyzerHarness.DiagnosticsAsync((CSharpCompilation)(await project.GetCompilationAsync())!);

    private async Task AssertIs(Document document, string how)
    {
        string text = (await document.GetTextAsync()).ToString();
        string expected = MarkupText.Parse(FixedCode).Text;
        if (text != expected)
            throw new HarnessException($"The fix of {Id}, {how}, gives\n{text}\ninstead of\n{expected}\nDiagnostics: {TestCompilation.Describe(await AllAsync(document.Project))}");
        if (expected == MarkupText.Parse(TestCode).Text)
            return;
        Compilation program = (await document.Project.GetCompilationAsync())!;
        Diagnostic[] left =
        [
            .. (await AllAsync(document.Project)).Where(d => d.Severity > DiagnosticSeverity.Hidden),
            .. program.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning),
        ];
        left = [.. left.Where(diagnostic => !Remaining.Contains(diagnostic.Id))];
        if (left.Length > 0)
            throw new HarnessException($"The program after the fix of {Id}, {how}, is not silent:\n{TestCompilation.Describe(left)}in:\n{text}");
    }

    private Document CreateDocument(AdhocWorkspace workspace, string code) =>
        TestProject.CreateDocument(workspace, code, ParseOptions, OtherSources);

    /// <summary>Gives "fix all" the diagnostics of the program.</summary>
    private sealed class Reported(CodeFixTest test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await AllAsync(project)).Where(diagnostic => diagnostic.Id == test.Id);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await test.FixableAsync(document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
