using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes;

/// <summary>A fix as an edit of text. "Fix all" collects the edits of all diagnostics of a document and applies them once.</summary>
internal abstract class TextFix(params string[] ids) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <summary>Writes the fix of one diagnostic into <paramref name="edits"/>.</summary>
    /// <returns>What the light bulb says, or null where there is nothing to offer.</returns>
    protected abstract string? Fix(FixSite site, DocumentEdits edits);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await ActionAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } action)
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>The fix of one diagnostic as something to offer, or null where there is nothing.</summary>
    public async Task<CodeAction?> ActionAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await EditAsync(document, [diagnostic], null, cancellation).ConfigureAwait(false) is { } edit
            ? CodeAction.Create(edit.Title, _ => Task.FromResult(document.WithText(edit.Text)), equivalenceKey: edit.Title)
            : null;

    public sealed override FixAllProvider GetFixAllProvider() => new InOnePass(this);

    private async Task<(string Title, SourceText Text)?> EditAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? onlyTitle, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var edits = new DocumentEdits(text);
        string? title = null;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            var site = new FixSite(model, root, diagnostic);
            // Titles tell fixes apart: what another light bulb offers is tried aside and left out.
            if (onlyTitle is not null && Fix(site, new DocumentEdits(text)) != onlyTitle)
                continue;
            title = Fix(site, edits) ?? title;
        }
        return title is null ? null : (title, edits.Apply());
    }

    private sealed class InOnePass(TextFix fix) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            var edit = await fix.EditAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false);
            return edit is { } done ? document.WithText(done.Text) : document;
        }
    }
}
