using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2005: one probability that is the whole sum of 1. Where no layer made the one unit it is the shape of the data, and unknown what that may become.</summary>
internal sealed class SoftmaxOverOneUnit : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2005",
        "Softmax over one unit",
        "[{0}] over one unit is {1} for every input, and its gradient is 0: no layer before it learns. {2}.",
        RuleCategory.Losses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2005.md");

    private static readonly string Right = LossTypes.BCEWithLogits.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options) =>
        from layer in network.Layers
        where layer is { Width: 1, Facts.Makes: ValueKind.Probabilities or ValueKind.LogProbabilities } && network.Weighted.FirstOrDefault()?.Index < layer.Index
        select Judge(network, layer);

    private static Finding Judge(NetworkMeaning network, LayerMeaning softmax)
    {
        bool isLogarithm = softmax.Facts.Makes == ValueKind.LogProbabilities;
        NetworkEnd? end = NetworkEnd.Of(network);
        bool isAtLoss = end?.Source?.Index == softmax.Index, isHidden = network.Weighted.Any(layer => layer.Index > softmax.Index);
        (string advice, ImmutableArray<StackFix> fixes) = (isAtLoss, isHidden) switch
        {
            (true, _) => AtLoss(end!, softmax),
            (_, true) => ("Use [ReLU]", [new StackFix("Use ReLU", StackEdit.Replace("ReLU"))]),
            _ => Alone(isLogarithm ? "LogSigmoid" : "Sigmoid"),
        };
        return new(softmax.Layer, softmax.Name, isLogarithm ? "0" : "1", advice) { With = isAtLoss ? [end!.Loss] : [], Fixes = fixes };
    }

    private static (string, ImmutableArray<StackFix>) Alone(string sigmoid) => ($"Use [{sigmoid}] for the probability of a yes or no", [new($"Use {sigmoid}", StackEdit.Replace(sigmoid))]);

    private static (string, ImmutableArray<StackFix>) AtLoss(NetworkEnd end, LayerMeaning softmax)
    {
        var remove = new StackFix($"Remove [{softmax.Name}]", StackEdit.Remove());
        var binary = new StackFix($"Use {Right} on the logit", StackEdit.Remove(), StackEdit.Replace(Right, place: 1));
        string advice = $"Use [{Right}] on the unit itself for a yes or no";
        return end.Type switch
        {
            { IsRelative: true } => ("Use more units", []),
            { Expects: LossInput.BinaryLogits } => ($"Remove [{softmax.Name}]; Predict returns probabilities", [remove]),
            { Form: LossForm.Elements, Expects: LossInput.Values or LossInput.NonNegative } => ($"{advice}; remove [{softmax.Name}] for a number", [binary, remove]),
            { Expects: LossInput.ClassLogits or LossInput.Probabilities or LossInput.LogProbabilities } => (advice, [binary]),
            _ => ($"Remove [{softmax.Name}]", [remove]),
        };
    }
}
