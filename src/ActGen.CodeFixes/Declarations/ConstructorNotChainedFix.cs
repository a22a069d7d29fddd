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
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Find<ConstructorDeclarationSyntax>() is not { Initializer: null } constructor || constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
            return null;
        bool hasSeed = constructor.ParameterList.Parameters.Any(parameter =>
            parameter.Identifier.ValueText == "seed" && parameter.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.LongKeyword or (int)SyntaxKind.IntKeyword });
        // A constructor without parameters would call itself: the argument names the generated one.
        string call = hasSeed ? "this(seed)" : "this(seed: 0)";
        edits.Insert(constructor.ParameterList.Span.End, $" : {call}");
        return $"Call the generated constructor: {call}";
    }
}
