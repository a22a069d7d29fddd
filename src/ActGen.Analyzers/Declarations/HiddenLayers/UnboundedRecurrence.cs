using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1012: a state that goes through the same weights again and again, with nothing that bounds it.</summary>
internal sealed class UnboundedRecurrence : NetworkRule
{
    /// <summary>By what a state may be enlarged in each step, for the message.</summary>
    private const double Growth = 1.1;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1012",
        "Unbounded activation in a recurrent layer",
        "{0} feeds its state back {1} through an activation without an upper bound: weights that enlarge it by 10 % in a step enlarge it {2} times, and its gradient too. Use tanh.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1012.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Recurrence;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options) =>
        from layer in network.Layers
        where layer.Facts.HasUnboundedRecurrence && layer.Layer.Input.IsKnown
        let times = layer.Layer.Input.Positions - 1
        where times > 0
        select new Finding(layer.Layer, Wording.Layer(layer), times == 1 ? "once" : $"{Wording.Count(times)} times", Wording.Factor(Math.Pow(Growth, times)))
        {
            Fixes = [new("Use tanh", StackEdit.RemoveArgument("Activation"))],
        };
}
