using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.HiddenLayers;

/// <summary>ACT1001: ReLU in the place of a hidden softmax.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxInHiddenLayerFix)), Shared]
internal sealed class SoftmaxInHiddenLayerFix() : TextFix("ACT1001")
{
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Attribute(edits) is not { } softmax || AttributeNames.NameFor(site.Model, softmax, "ReLUAttribute") is not { } relu)
            return null;
        FixSite.Stack(edits, softmax)!.Replace(softmax, relu);
        return "Use ReLU";
    }
}
