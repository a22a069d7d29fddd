using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.Losses;

/// <summary>ACT2001, ACT2002: the activation that the loss applies itself goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationAppliedTwiceFix)), Shared]
internal sealed class ActivationAppliedTwiceFix() : TextFix("ACT2001", "ACT2002")
{
    protected override string? Fix(FixSite site, DocumentEdits edits)
    {
        if (site.Attribute(edits) is not { } activation)
            return null;
        FixSite.Stack(edits, activation)!.Remove(activation);
        return $"Remove [{activation.Name}]: the loss works on logits";
    }
}
