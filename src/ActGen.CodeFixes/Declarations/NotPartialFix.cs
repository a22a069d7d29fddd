using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0001: the class and the types around it become <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialFix)), Shared]
internal sealed class NotPartialFix() : TextFix("ACT0001")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        var closed = (site.Find<TypeDeclarationSyntax>()?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>() ?? [])
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToList();
        // C# wants partial directly before the keyword of the type.
        return closed.Count == 0 ? [] : [new("Make partial", edits => closed.ForEach(type => edits.Insert(type.Keyword.SpanStart, "partial ")))];
    }
}
