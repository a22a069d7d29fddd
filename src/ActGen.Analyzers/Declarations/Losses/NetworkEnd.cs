using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>The end of a network: its loss, and what the loss is given.</summary>
/// <param name="Loss">The loss as declared.</param>
/// <param name="Type">Which it is.</param>
/// <param name="Kind">What the values mean that it gets.</param>
/// <param name="Source">The layer that made them so; null for the network's input.</param>
/// <param name="Scale">By how much dropout behind that layer enlarges what it keeps; 1 for none.</param>
internal sealed record NetworkEnd(LayerAnalysis Loss, LossType Type, ValueKind Kind, LayerMeaning? Source, double Scale)
{
    /// <summary>Outputs of a row; 0 where unknown.</summary>
    public int Width => Loss.Input.IsKnown ? Loss.Input.Last : 0;

    /// <summary>Whether the loss judges each output for itself.</summary>
    public bool IsElementwise => Type.Form == LossForm.Elements;

    /// <summary>Whether it makes the probabilities of classes of its inputs, or takes their logarithms: exactly one class is right.</summary>
    public bool IsOnClasses => Type.Expects == LossInput.ClassLogits || Type is { Form: LossForm.Labels, Expects: LossInput.LogProbabilities };

    /// <summary>The element-wise activation whose values the loss gets, where it stands directly behind weights: without it the loss gets logits.</summary>
    public LayerMeaning? Activation => Source is { Facts: { Map: LayerMap.Nonlinear, Formula: not null }, Before.Kind: ValueKind.Logits } ? Source : null;

    /// <summary>Least value that the loss can get, dropout included; NaN where unknown.</summary>
    public double Least => Source?.Facts.Range is { } range ? Scale > 1 ? Math.Min(0, range.Infimum * Scale) : range.Infimum : double.NaN;

    /// <summary>Largest value that the loss can get, dropout included; NaN where unknown.</summary>
    public double Most => Source?.Facts.Range is { } range ? Scale > 1 ? Math.Max(0, range.Supremum * Scale) : range.Supremum : double.NaN;

    /// <summary>Of a network; null where it has no loss.</summary>
    public static NetworkEnd? Of(NetworkMeaning network)
    {
        if (network.Loss is not { } loss)
            return null;
        LossType type = loss.Declaration.EffectiveLoss!;
        // Means of probabilities over an image are what a loss on probabilities may be meant for; one on logits takes them for logits all the same.
        Values values = type.Expects is LossInput.ClassLogits or LossInput.BinaryLogits ? network.AtLoss : network.AtLoss.AsPooled();
        LayerMeaning? source = network.SourceOf(values);
        return new(loss, type, values.Kind, source, source is null ? 1 : network.DropoutScale(source.Index, loss.Index));
    }
}
