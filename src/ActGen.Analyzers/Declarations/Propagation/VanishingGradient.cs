using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>ACT1003: almost nothing of the gradient is left at the first layer.</summary>
internal sealed class VanishingGradient : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1003",
        "The gradient vanishes",
        "The gradient vanishes: {0}, the first layer, is predicted to get {1} of the output's. {2} passes on {3}{4}. {5}.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1003.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        // Nothing at all arrives behind weights that start at zero: that is another matter, and usually meant.
        if (network.LostGradient() is not { } gradient || gradient <= 0 || gradient >= options.GradientFloor)
            yield break;
        LayerMeaning first = network.FirstTrained!, worst = Worst(network, first);
        ImmutableArray<LayerMeaning> others = [.. network.Layers.Where(layer => layer.Index > first.Index && layer.Facts.Function?.Formula == worst.Facts.Function?.Formula && layer.Index != worst.Index)];
        int alike = others.Count(layer => layer.Flow?.Passed < 1.05 * worst.Flow!.Passed);
        ImmutableArray<LayerMeaning> declared = network.DeclaredStarts();
        double? auto = declared.IsEmpty ? null : network.WithAutoStart().FirstGradient();
        bool isStart = auto >= options.GradientFloor;
        ImmutableArray<LayerMeaning> toChange = isStart ? declared : worst.Facts.Function is null ? [] : others;
        var with = ImmutableArray.Create(first.Layer).AddRange(toChange.Select(layer => layer.Layer));
        IEnumerable<int> places = Enumerable.Range(2, toChange.Length);
        yield return new Finding(
            worst.Layer, Wording.Layer(first), Wording.Factor(gradient), Wording.Layer(worst), Wording.Factor(worst.Flow!.Passed),
            alike == 0 || worst.Facts.Function is null ? "" : alike == 1 ? " like one other" : $" like {Wording.Count(alike)} others",
            isStart ? $"With Init = Auto it would be {Wording.Factor(auto!.Value)}"
            : worst.Facts.Function is null ? "Use fewer layers"
            : "Use [ReLU], which keeps it, or fewer layers")
        {
            With = with,
            About = network.AllPlaces(),
            Fixes = isStart ? [NetworkScale.AutoStart(places)]
                : worst.Facts.Function is null ? []
                : [NetworkScale.Use("ReLU", places.Prepend(0))],
        };
    }

    /// <summary>The layer that passes on least; of equal ones the first that the gradient comes to.</summary>
    private static LayerMeaning Worst(NetworkMeaning network, LayerMeaning first) => network.Layers
        .Where(layer => layer.Index > first.Index && layer.Flow is not null)
        .Reverse()
        .Aggregate((least, layer) => layer.Flow!.Passed < least.Flow!.Passed * 0.999 ? layer : least);
}
