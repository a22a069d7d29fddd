using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Usage;

/// <summary>ACT4001: the loss gets the logits that softmax was given, where they are certain and still in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxByHandBeforeCrossEntropyFix)), Shared]
internal sealed class SoftmaxByHandBeforeCrossEntropyFix() : TextFix("ACT4001")
{
    /// <summary>Property of the diagnostic: the variable that still holds the logits.</summary>
    private const string Logits = "logits";

    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (!site.Diagnostic.Properties.TryGetValue(Logits, out string? logits) || logits is null
            || site.Find<ArgumentSyntax>() is not { } argument
            || !site.Model.LookupSymbols(argument.SpanStart, name: logits).Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol))
        {
            return null;
        }
        edits.Replace(argument.Expression.Span, logits);
        return $"Pass the logits '{logits}'";
    }
}
