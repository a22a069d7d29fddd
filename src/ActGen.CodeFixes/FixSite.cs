using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes;

/// <summary>Where a diagnostic stands.</summary>
/// <param name="Text">Of the diagnostic's document.</param>
/// <param name="Model">Of the diagnostic's document.</param>
/// <param name="Root">Of the diagnostic's document.</param>
/// <param name="Diagnostic">What is to be fixed.</param>
internal sealed record FixSite(SourceText Text, SemanticModel Model, SyntaxNode Root, Diagnostic Diagnostic)
{
    /// <summary>The site in a document, or null where the document has no syntax.</summary>
    public static async Task<FixSite?> AtAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new(await document.GetTextAsync(cancellation).ConfigureAwait(false), model, root, diagnostic);
    }

    /// <summary>The innermost node of the given kind around the diagnostic.</summary>
    public T? Find<T>()
        where T : SyntaxNode => Find<T>(Diagnostic.Location);

    /// <summary>The attribute at the diagnostic, where its stack may be edited.</summary>
    public AttributeSyntax? Attribute() => Attribute(0);

    /// <summary>The attribute at the diagnostic (0) or at one of its additional locations (from 1), where its stack may be edited.</summary>
    public AttributeSyntax? Attribute(int place)
    {
        if (place > Diagnostic.AdditionalLocations.Count)
            return null;
        return Find<AttributeSyntax>(place == 0 ? Diagnostic.Location : Diagnostic.AdditionalLocations[place - 1]) is { Parent.Parent: TypeDeclarationSyntax type } attribute
            && LayerStackEditor.CanEdit(type) ? attribute : null;
    }

    private T? Find<T>(Location location)
        where T : SyntaxNode =>
        location.SourceTree == Root.SyntaxTree && Root.FullSpan.Contains(location.SourceSpan)
            ? Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>()
            : null;
}
