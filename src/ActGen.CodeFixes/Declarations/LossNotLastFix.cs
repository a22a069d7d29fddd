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
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Attribute(edits) is not { Parent.Parent: TypeDeclarationSyntax type } loss || !IsLoss(site.Model, loss))
            return null;
        var attributes = type.AttributeLists.SelectMany(list => list.Attributes).ToList();
        if (attributes.Count(attribute => IsLoss(site.Model, attribute)) != 1 || attributes.Last() == loss)
            return null;
        FixSite.Stack(edits, loss)!.MoveLast(loss);
        return "Move the loss to the end";
    }

    private static bool IsLoss(SemanticModel model, AttributeSyntax attribute) =>
        model.GetTypeInfo(attribute).Type is { } type && type.IsDerivedFrom("ActGen.LossAttribute");
}
