using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes;

/// <summary>A fix as an edit of text.</summary>
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
            ? Offers(site).Select(offer => CodeAction.Create(offer.Title, _ => Task.FromResult(Edited(document.Project.Solution, site, offer)), equivalenceKey: KeyOf(diagnostic, offer)))
            : [];

    public sealed override FixAllProvider GetFixAllProvider() => new FixAllInOnePass(this);

    /// <summary>Titles tell the fixes of one rule apart: "fix all" does what one light bulb says, and nothing that another one offers.</summary>
    public static string KeyOf(Diagnostic diagnostic, Offer offer) => $"{diagnostic.Id}: {offer.Title}";

    private static Solution Edited(Solution solution, FixSite site, Offer offer)
    {
        var edits = new SolutionEdits();
        offer.Apply(edits.In(site.Root.SyntaxTree));
        return edits.Apply(solution);
    }
}
