using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Usage;

/// <summary>ACT4004: one function of the library in place of the logarithm and what it is of.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StableFunctionFix)), Shared]
internal sealed class StableFunctionFix() : TextFix("ACT4004")
{
    /// <summary>Property of the diagnostic: the call that does the same.</summary>
    private const string Replacement = "replacement";

    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (!site.Diagnostic.Properties.TryGetValue(Replacement, out string? call) || call is null || site.Find<InvocationExpressionSyntax>() is not { } logarithm)
            return [];
        string function = call.Substring(0, call.IndexOf('('));
        string type = function.Substring(0, function.IndexOf('.'));
        string spelling = IsVisible(site.Model, logarithm.SpanStart, type) ? call : "global::ActGen." + call;
        return [new($"Use {function}", edits => edits.Replace(logarithm.Span, spelling))];
    }

    private static bool IsVisible(SemanticModel model, int position, string type) =>
        model.LookupSymbols(position, name: type) is { Length: 1 } found
        && found[0] is INamedTypeSymbol { ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } };
}
