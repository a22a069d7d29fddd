using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0008: cross-entropy over one class becomes binary cross-entropy on one logit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossDoesNotFitFix)), Shared]
internal sealed class LossDoesNotFitFix() : TextFix("ACT0008")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Attribute() is not { } loss
            || site.Model.GetTypeInfo(loss).Type?.ToDisplayString() != "ActGen.CrossEntropyLossAttribute"
            || AttributeNames.NameFor(site.Model, loss, "BCEWithLogitsLossAttribute") is not { } binary)
        {
            return [];
        }
        return [new("Use BCEWithLogitsLoss", edits => edits.StackOf(loss).Replace(loss, binary))];
    }
}
