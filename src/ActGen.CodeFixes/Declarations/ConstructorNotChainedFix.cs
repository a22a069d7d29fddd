using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0014: the constructor calls the generated one, with its own seed where it has one. A primary constructor or a
/// call of a base constructor is the author's to change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstructorNotChainedFix)), Shared]
internal sealed class ConstructorNotChainedFix() : TextFix("ACT0014")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Find<ConstructorDeclarationSyntax>() is not { Initializer: null } constructor || constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
            return [];
        SeparatedSyntaxList<ParameterSyntax> parameters = constructor.ParameterList.Parameters;
        SyntaxKind seed = parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == "seed")?.Type is PredefinedTypeSyntax type
            ? type.Keyword.Kind()
            : SyntaxKind.None;
        // It has the generated one's place (ACT0012): there is nothing to call.
        if (seed == SyntaxKind.LongKeyword && parameters.Count == 1)
            return [];
        // A long by name: otherwise the constructor could call itself, or another of the author's.
        string call = seed switch
        {
            SyntaxKind.LongKeyword => "this(seed)",
            SyntaxKind.IntKeyword => "this((long)seed)",
            _ => "this(seed: 0L)",
        };
        return [new($"Call the generated constructor: {call}", edits => edits.Insert(constructor.ParameterList.Span.End, $" : {call}"))];
    }
}
