using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes;

/// <summary>A fix as an edit of text. "Fix all" collects the edits of all diagnostics of a document and applies them once.</summary>
internal abstract class TextFix(params string[] ids) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <summary>The ways to fix one diagnostic, the best one first; none where there is nothing to offer.</summary>
    public abstract IEnumerable<Offer> Offers(FixSite site);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (CodeAction action in await ActionsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>The fixes of one diagnostic as something to offer.</summary>
    public async Task<IEnumerable<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await FixSite.AtAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } site
            ? Offers(site).Select(offer => CodeAction.Create(offer.Title, _ => Task.FromResult(document.WithText(Edited(site, offer))), equivalenceKey: KeyOf(diagnostic, offer)))
            : [];

    public sealed override FixAllProvider GetFixAllProvider() => new InOnePass(this);

    /// <summary>Titles tell the fixes of one rule apart: "fix all" does what one light bulb says, and nothing that another one offers.</summary>
    private static string KeyOf(Diagnostic diagnostic, Offer offer) => $"{diagnostic.Id}: {offer.Title}";

    private static Microsoft.CodeAnalysis.Text.SourceText Edited(FixSite site, Offer offer)
    {
        var edits = new DocumentEdits(site.Text);
        offer.Apply(edits);
        return edits.Apply();
    }

    private sealed class InOnePass(TextFix fix) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            // dotnet format asks for one rule with the key of whichever diagnostic of the analyzer comes first: then nobody chose among the ways, and the best one is meant.
            string? key = context.DiagnosticIds.Any(id => context.CodeActionEquivalenceKey?.StartsWith(id + ":", StringComparison.Ordinal) == true) ? context.CodeActionEquivalenceKey : null;
            DocumentEdits? edits = null;
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (await FixSite.AtAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } site)
                    continue;
                edits ??= new DocumentEdits(site.Text);
                fix.Offers(site).FirstOrDefault(offer => key is null || key == KeyOf(diagnostic, offer))?.Apply(edits);
            }
            return edits is null ? document : document.WithText(edits.Apply());
        }
    }
}
