using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes;

/// <summary>Where a diagnostic stands.</summary>
/// <param name="Model">Of the diagnostic's document.</param>
/// <param name="Root">Of the diagnostic's document.</param>
/// <param name="Diagnostic">What is to be fixed.</param>
internal sealed record FixSite(SemanticModel Model, SyntaxNode Root, Diagnostic Diagnostic)
{
    /// <summary>The innermost node of the given kind around the diagnostic.</summary>
    public T? Find<T>()
        where T : SyntaxNode => Find<T>(Diagnostic.Location.SourceSpan);

    /// <summary>The attribute at the diagnostic, where its stack may be edited.</summary>
    public AttributeSyntax? Attribute(DocumentEdits edits) =>
        Find<AttributeSyntax>() is { } attribute && Stack(edits, attribute) is not null ? attribute : null;

    /// <summary>The editor of the stack that an attribute belongs to.</summary>
    public static LayerStackEditor? Stack(DocumentEdits edits, AttributeSyntax attribute) =>
        attribute.Parent?.Parent is TypeDeclarationSyntax type ? edits.StackOf(type) : null;

    private T? Find<T>(TextSpan span)
        where T : SyntaxNode =>
        Root.FullSpan.Contains(span) ? Root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>() : null;
}
