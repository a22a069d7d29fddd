using System.Composition;
using ActGen.CodeFixes.Stack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.HiddenLayers;

/// <summary>ACT1002: ReLU behind the first of two affine layers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNonlinearityFix)), Shared]
internal sealed class MissingNonlinearityFix() : TextFix("ACT1002")
{
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Attribute(edits) is not { } affine || AttributeNames.NameFor(site.Model, affine, "ReLUAttribute") is not { } relu)
            return null;
        FixSite.Stack(edits, affine)!.InsertAfter(affine, relu);
        return "Insert ReLU between the layers";
    }
}
