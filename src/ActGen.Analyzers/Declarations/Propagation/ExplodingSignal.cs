using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>ACT1004: signal or gradient grows beyond use, or one layer's weights start far too large.</summary>
internal sealed class ExplodingSignal : NetworkRule
{
    /// <summary>σ√fan_in: a new layer makes its input that many times larger.</summary>
    private const double LargestGain = 5;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1004",
        "Signal or gradient explodes",
        "{0}. {1}.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1004.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        ImmutableArray<LayerMeaning> flowing = [.. network.Layers.Where(layer => layer.Flow is not null)];
        if (flowing.IsEmpty)
            return [];
        double input = flowing[0].Flow!.Input;
        LayerMeaning? signal = flowing.FirstOrDefault(layer => Exceeds(layer.Flow!, layer.Flow!.Output / input, layer.Flow.LowOutput / input));
        LayerMeaning? gradient = flowing.LastOrDefault(layer => layer.Index >= network.FirstTrained?.Index && Exceeds(layer.Flow!, layer.Flow!.InputGradient, layer.Flow.LowInputGradient));
        return signal is not null ? [Exploding(network, signal, isSignal: true)]
            : gradient is not null ? [Exploding(network, gradient, isSignal: false)]
            : Oversized(network);
    }

    /// <summary>Where networks differ too much for a prediction, even the lowest of them must exceed the limit.</summary>
    private static bool Exceeds(LayerFlow flow, double predicted, double low) => (flow.IsPredictable ? predicted : low) > NetworkScale.Ceiling;

    private static Finding Exploding(NetworkMeaning network, LayerMeaning at, bool isSignal)
    {
        double factor = isSignal ? at.Flow!.Output / network.Layers.First(layer => layer.Flow is not null).Flow!.Input : at.Flow!.InputGradient;
        ImmutableArray<LayerMeaning> declared = network.DeclaredStarts();
        bool isStart = !declared.IsEmpty && !new ExplodingSignal().Find(network.WithAutoStart(), RuleOptions.Default).Any();
        return new Finding(
            at.Layer,
            isSignal
                ? $"The signal explodes: behind {Wording.Layer(at)} it is predicted to be {Wording.Factor(factor)} times the input's"
                : $"The gradient explodes: before {Wording.Layer(at)} it is predicted to be {Wording.Factor(factor)} times the output's",
            isStart ? "Leave the initial weights to Auto" : Advice(network))
        {
            With = isStart ? [.. declared.Select(layer => layer.Layer)] : [],
            About = network.AllPlaces(),
            Fixes = isStart ? [NetworkScale.AutoStart(Enumerable.Range(1, declared.Length))] : [],
        };
    }

    /// <summary>A bounded activation cannot grow: it is its slope that multiplies, as in sin(30x), which networks of sines make up for by small weights.</summary>
    private static string Advice(NetworkMeaning network) =>
        network.Layers.OrderByDescending(layer => layer.Flow?.GradientFactor ?? 0).First() is { Facts.Formula: { } formula } steepest
        && !double.IsInfinity(formula.Range.Infimum) && !double.IsInfinity(formula.Range.Supremum)
            ? $"{Wording.Layer(steepest)} multiplies it by {Wording.Factor(steepest.Flow!.GradientFactor)}: use a flatter activation, or smaller weights before it (InitScale)"
            : "Use fewer layers, or an activation that grows no faster than x";

    private static IEnumerable<Finding> Oversized(NetworkMeaning network) =>
        from layer in network.DeclaredStarts()
        let gain = layer.Flow?.SignalFactor
        where gain > LargestGain && !network.Layers.Any(next => next.Index > layer.Index && next.Facts.Normalizes != NormalizedOver.None)
        let behind = network.Layers.FirstOrDefault(next => next.Index > layer.Index && !next.Facts.KeepsMeaning)
        select new Finding(
            layer.Layer,
            $"The initial weights of {Wording.Layer(layer)} make its outputs {Wording.Factor(gain.Value)} times as large as its inputs (σ√{Wording.Count(layer.Facts.FanIn)}; 1 to 1.5 is usual)"
                + (behind?.Facts.Formula is { SquashesBothSides: true } ? $", where {Wording.Layer(behind)} passes on {Wording.Factor(behind.Flow?.GradientFactor ?? 0)} of the gradient" : ""),
            "Leave them to Auto")
        {
            Fixes = [NetworkScale.AutoStart([0])],
        };
}
