using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>ACT3006: a deep plain stack works yet, but not far from where it would not.</summary>
internal sealed class StackNearItsLimits : NetworkRule
{
    private const int Deep = 5;

    /// <summary>How near a limit of ACT1003 or ACT1004 is near.</summary>
    private const double Margin = 100;

    /// <summary>By which power of itself an error of the input's scale may arrive at the output.</summary>
    private const double LargestSensitivity = 4;

    /// <summary>The error of which the message speaks.</summary>
    private const double Error = 0.1;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3006",
        "Deep plain stack near its limits",
        "{0} layers with nothing that resets their scale: {1}. {2}.",
        RuleCategory.Start,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3006.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        int depth = network.Weighted.Count();
        if (depth < Deep || !network.IsPlain() || network.Layers.Any(layer => layer.Flow is null) || Limit(network, options) is not { } limit)
            yield break;
        yield return new Finding(network.FirstTrained!.Layer, Wording.Count(depth), limit.Prediction, limit.Advice) { About = network.AllPlaces() };
    }

    private static (string Prediction, string Advice)? Limit(NetworkMeaning network, RuleOptions options)
    {
        if (network.LostGradient() is > 0 and { } gradient && gradient < Margin * options.GradientFloor)
            return ($"the gradient at {Wording.Layer(network.FirstTrained!)} is predicted to be {Wording.Factor(gradient)} of the output's ({Wording.Factor(options.GradientFloor)} counts as vanished)", "Use activations that keep it, or fewer layers");
        double input = network.Layers[0].Flow!.Input;
        double growth = network.Layers.Max(layer => Math.Max(layer.Flow!.LowOutput / input, layer.Flow.LowInputGradient));
        if (growth > NetworkScale.Ceiling / Margin)
            return ($"signal or gradient is predicted to grow {Wording.Factor(growth)} times ({Wording.Factor(NetworkScale.Ceiling)} counts as exploded)", "Use smaller initial weights, or fewer layers");
        double sensitivity = network.Layers.Aggregate(1.0, static (power, layer) => power * SlopeOf(layer));
        return sensitivity > LargestSensitivity
            ? ($"an error of 10 % in the scale of the input is predicted to be {Effect(Math.Pow(1 + Error, sensitivity))}", "Use [ReLU], which leaves it at 10 %, or fewer layers")
            : null;
    }

    private static string Effect(double factor) =>
        factor < 10 ? $"one of {Wording.Percent(factor - 1)} at the output" : $"a factor {(factor < 1e6 ? $"of {Wording.Factor(factor)}" : "above 10⁶")} at the output";

    /// <summary>d ln(mean square behind) / d ln(mean square before).</summary>
    private static double SlopeOf(LayerMeaning layer) =>
        layer.Facts.Function?.MomentsAt(layer.Flow!.Input * layer.Flow.Input).Slope is { } slope && !double.IsNaN(slope) ? slope : 1;
}
