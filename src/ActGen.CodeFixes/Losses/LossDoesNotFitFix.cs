using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.Losses;

/// <summary>ACT0008: cross-entropy over one class becomes binary cross-entropy on one logit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossDoesNotFitFix)), Shared]
internal sealed class LossDoesNotFitFix() : TextFix("ACT0008")
{
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Attribute(edits) is not { } loss
            || site.Model.GetTypeInfo(loss).Type?.ToDisplayString() != "ActGen.CrossEntropyLossAttribute"
            || AttributeNames.NameFor(site.Model, loss, "BCEWithLogitsLossAttribute") is not { } binary)
        {
            return null;
        }
        FixSite.Stack(edits, loss)!.Replace(loss, binary);
        return "Use BCEWithLogitsLoss";
    }
}
