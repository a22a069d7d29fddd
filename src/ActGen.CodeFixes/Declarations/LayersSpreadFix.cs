using System.Collections.Immutable;
using System.Composition;
using ActGen.CodeFixes.Stack;
using ActGen.Frontend.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Declarations;

/// <summary>ACT0004: the layers of all parts of a class go to the part with <c>[Network]</c>: behind its own ones, those of other parts in the order of
/// files and lines, a loss last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayersSpreadFix)), Shared]
internal sealed class LayersSpreadFix() : TextFix("ACT0004")
{
    public override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Find<TypeDeclarationSyntax>() is not { } home || site.Model.GetDeclaredSymbol(home) is not INamedTypeSymbol type)
            return [];
        ImmutableArray<AttributeData> attributes = NetworkReader.LayerAttributes(type.GetAttributes());
        AttributeSyntax[] layers = [.. attributes.Select(layer => layer.ApplicationSyntaxReference?.GetSyntax()).OfType<AttributeSyntax>()];
        AttributeSyntax[] away = [.. layers.Where(layer => layer.Parent?.Parent != home)];
        if (layers.Length != attributes.Length || away.Length == 0 || layers.Any(layer => layer.Parent?.Parent is not TypeDeclarationSyntax part || !LayerStackEditor.CanEdit(part))
            || !LayerStackEditor.CanEdit(home) || !away.All(layer => MovedAttribute.MeansTheSameAt(site.Model, home.AttributeLists[0].Attributes[0].SpanStart, layer)))
        {
            return [];
        }
        AttributeSyntax[] losses = [.. layers.Where((_, index) => attributes[index].AttributeClass!.IsDerivedFrom("ActGen.LossAttribute"))];
        return
        [
            new("Move the layers together", edits =>
            {
                foreach (IGrouping<AttributeListSyntax, AttributeSyntax> list in away.Except(losses).GroupBy(layer => (AttributeListSyntax)layer.Parent!))
                    edits.StackOf(home).Append(MovedAttribute.TextOf(edits.StackOf(list.First()), list.Key, [.. list]));
                foreach (AttributeSyntax loss in losses)
                    edits.StackOf(home).Append(MovedAttribute.TextOf(edits.StackOf(loss), (AttributeListSyntax)loss.Parent!, [loss]));
                foreach (AttributeSyntax layer in away.Union(losses))
                    edits.StackOf(layer).Remove(layer);
            }),
        ];
    }
}
