using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2012: the label that takes rows out of the loss is one of the classes. Class 0 is left out, which often is what pads or the background.</summary>
internal sealed class IgnoredClass : NetworkRule
{
    private const string Argument = "IgnoreIndex";

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2012",
        "Ignored label is a class",
        "{0} ignores label {1}, which is one of {2} classes: its rows are left out, and nothing ever raises output {1}. Leave IgnoreIndex at -100, or suppress this if label {1} only pads.",
        RuleCategory.Losses,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2012.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Labels;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (NetworkEnd.Of(network) is not { Type.TakesLabels: true } end || end.Loss.Declaration.Number(Argument, -100) is not (> 0 and var label) || label >= end.Width)
            yield break;
        yield return new Finding(end.Loss, end.Loss.Declaration.Name, Wording.Count((long)label), Wording.Count(end.Width))
        {
            Fixes = [new("Leave IgnoreIndex at -100", StackEdit.RemoveArgument(Argument))],
        };
    }
}
