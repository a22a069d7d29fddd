using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0007: a loss that is not last goes to the end. With several losses only the author knows which one is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossNotLastFix)), Shared]
internal sealed class LossNotLastFix() : TextFix("ACT0007")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Attribute() is not { Parent.Parent: TypeDeclarationSyntax type } loss || !IsLoss(site.Model, loss))
            return [];
        var attributes = type.AttributeLists.SelectMany(list => list.Attributes).ToList();
        if (attributes.Count(attribute => IsLoss(site.Model, attribute)) != 1 || attributes.Last() == loss)
            return [];
        return [new("Move the loss to the end", edits => edits.StackOf(loss).MoveLast(loss))];
    }

    private static bool IsLoss(SemanticModel model, AttributeSyntax attribute) =>
        model.GetTypeInfo(attribute).Type is { } type && type.IsDerivedFrom("ActGen.LossAttribute");
}
