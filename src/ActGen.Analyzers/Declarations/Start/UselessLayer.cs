using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Start;

/// <summary>ACT3004: dropout that drops nothing, everything or most, or stands before a batch normalisation; a layer that returns its input.</summary>
internal sealed class UselessLayer : NetworkRule
{
    private const double Most = 0.5;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3004",
        "Dropout or layer without use",
        "{0}. {1}.",
        RuleCategory.Start,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3004.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        for (int i = 0; i < network.Layers.Length; i++)
        {
            LayerMeaning layer = network.Layers[i];
            LayerMeaning? next = i + 1 < network.Layers.Length ? network.Layers[i + 1] : null;
            string name = Wording.Layer(layer);
            switch (layer.Facts)
            {
                case { DropRate: 0 }:
                    yield return Removable(layer, $"{name} of rate 0 drops nothing", "Remove it");
                    break;
                case { DropRate: 1 }:
                    yield return Removable(layer, $"{name} of rate 1 drops everything: in training all that is behind it sees zeros, and nothing before it gets a gradient", "The rate is the share that is dropped") with { Severity = DiagnosticSeverity.Warning };
                    break;
                case { DropRate: > Most and < 1 and { } rate }:
                    // E (x·mask/keep)² − x² = x²·rate/keep.
                    yield return new Finding(layer.Layer, $"{name} drops {Wording.Percent(rate)} of its inputs: {Wording.Percent(1 - rate)} remain, and the noise has {Wording.Factor(rate / (1 - rate))} times the power of the signal", "The rate is the share that is dropped, not kept; above 0.5 little is learned")
                    {
                        Fixes = [new($"Drop {Wording.Digits(1 - rate, "0.##")} instead", StackEdit.SetFirstArgument(Wording.Digits(1 - rate, "0.##")))],
                    };
                    break;
                case { DropRate: > 0 and < 1 and { } rate } when next is { Facts.Normalizes: NormalizedOver.Batch }:
                    // Var of x·mask/keep is E x²/keep − (E x)², at least Var x / keep.
                    yield return new Finding(layer.Layer, $"{name} right before [{next.Name}] makes its variances in training at least {Wording.Factor(1 / (1 - rate))} times those of inference, where nothing is dropped", "Drop behind it")
                    {
                        With = [next.Layer],
                        Fixes = [new($"Drop behind {next.Name}", StackEdit.InsertAfter(layer.Name, Wording.Digits(rate, "0.####"), place: 1), StackEdit.Remove())],
                    };
                    break;
                case { DropRate: null, Formula.IsIdentity: true } or { DoesNothing: true }:
                    yield return Removable(layer, $"{name} returns its input unchanged", "Remove it");
                    break;
            }
        }
    }

    private static Finding Removable(LayerMeaning layer, string text, string advice) =>
        new(layer.Layer, text, advice) { Fixes = [new($"Remove {Wording.Layer(layer)}", StackEdit.Remove())] };
}
