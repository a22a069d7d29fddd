using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>"Fix all" beyond one document.</summary>
public static class FixAllHarness
{
    /// <summary>The files of a solution after "fix all", asked for in the first file of the first project.</summary>
    /// <param name="projects">Files of each project.</param>
    /// <param name="scope">How far it reaches.</param>
    /// <param name="id">The rule.</param>
    /// <param name="key">The equivalence key that is asked for; null for none.</param>
    public static async Task<string[][]> ApplyAsync(string[][] projects, FixAllScope scope, string id, string? key)
    {
        using var workspace = new AdhocWorkspace();
        Solution solution = workspace.CurrentSolution;
        foreach ((int index, string[] files) in projects.Index())
            solution = TestProject.Add(solution, $"Project{index}", TestCompilation.ParseOptions, [.. files.Select((code, i) => ($"File{i}.cs", code))]);
        Document first = solution.Projects.First(project => project.Name == "Project0").Documents.First(document => document.Name == "File0.cs");
        CodeFixProvider provider = ProductCodeFixes.Create().Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var context = new FixAllContext(first, provider, scope, key!, [id], new Reported(id), CancellationToken.None);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        if (action is not null)
            solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return
        [
            .. projects.Select((files, project) => files.Select((_, file) => TextOf(solution, $"Project{project}", $"File{file}.cs")).ToArray()),
        ];
    }

    /// <summary>The equivalence keys of the fixes that are offered for the diagnostics of one rule in a program.</summary>
    public static async Task<ImmutableArray<string>> KeysAsync(string code, string id)
    {
        using var workspace = new AdhocWorkspace();
        Document document = TestProject.CreateDocument(workspace, code, TestCompilation.ParseOptions, []);
        CodeFixProvider provider = ProductCodeFixes.Create().Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (Diagnostic diagnostic in await Reported.OfAsync(document.Project, id))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => keys.Add(action.EquivalenceKey!), CancellationToken.None));
        return keys.ToImmutable();
    }

    private static string TextOf(Solution solution, string project, string file) =>
        solution.Projects.Single(one => one.Name == project).Documents.Single(one => one.Name == file).GetTextAsync().Result.ToString();

    private sealed class Reported(string id) : FixAllContext.DiagnosticProvider
    {
        public static async Task<IEnumerable<Diagnostic>> OfAsync(Project project, string id) =>
            (await AnalyzerHarness.DiagnosticsAsync((CSharpCompilation)(await project.GetCompilationAsync())!)).Where(diagnostic => diagnostic.Id == id);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => OfAsync(project, id);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await OfAsync(document.Project, id)).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
