using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes;

/// <summary>"Fix all": collects the edits of all diagnostics and applies them once, as one fix may touch several documents and several fixes one bracket.</summary>
internal sealed class FixAllInOnePass(TextFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create(
        $"Fix all {string.Join(", ", context.DiagnosticIds)}",
        cancellation => FixAsync(context.WithCancellationToken(cancellation)),
        context.CodeActionEquivalenceKey));

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        // dotnet format asks for one rule with the key of whichever diagnostic of the analyzer comes first: then nobody chose among the ways, and the best one is meant.
        string? key = context.DiagnosticIds.Any(id => context.CodeActionEquivalenceKey?.StartsWith(id + ":", StringComparison.Ordinal) == true) ? context.CodeActionEquivalenceKey : null;
        var edits = new SolutionEdits();
        foreach (Document document in DocumentsOf(context))
        {
            foreach (Diagnostic diagnostic in await DiagnosticsAsync(context, document).ConfigureAwait(false))
            {
                if (await FixSite.AtAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } site)
                    fix.Offers(site).FirstOrDefault(offer => key is null || key == TextFix.KeyOf(diagnostic, offer))?.Apply(edits.In(site.Root.SyntaxTree));
            }
        }
        return edits.Apply(context.Solution);
    }

    private static IEnumerable<Document> DocumentsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(project => project.Language == context.Project.Language).SelectMany(project => project.Documents),
    };

    /// <summary>In the order of their places.</summary>
    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context, Document document)
    {
        ImmutableArray<Diagnostic> found = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        return found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
