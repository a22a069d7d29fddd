using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0005: a matrix product on an image gets all values of a row on one axis.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenFix)), Shared]
internal sealed class FlattenFix() : TextFix("ACT0005")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Attribute() is not { } layer || !IsProduct(site.Model, layer) || AttributeNames.NameFor(site.Model, layer, "FlattenAttribute") is not { } flatten)
            return [];
        return [new("Flatten before it", edits => edits.StackOf(layer).Replace(layer, $"{flatten}, {layer}"))];
    }

    private static bool IsProduct(SemanticModel model, AttributeSyntax layer) =>
        model.GetTypeInfo(layer).Type is { } type && (type.IsDerivedFrom("ActGen.DenseAttribute") || type.IsDerivedFrom("ActGen.GatedDenseAttribute<TFormula>"));
}
