using ActGen.Frontend.Analysis;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>A network as its callers see it. Sizes that are unknown are 0.</summary>
/// <param name="Name">The class.</param>
/// <param name="InputSize">Elements of an input row.</param>
/// <param name="OutputSize">Elements of an output row.</param>
/// <param name="Loss">Its loss, or null.</param>
internal sealed record NetworkContract(string Name, int InputSize, int OutputSize, LossType? Loss)
{
    /// <summary>What <c>Forward</c> writes.</summary>
    public ValueKind Forwarded { get; init; }

    /// <summary>What <c>Predict</c> writes.</summary>
    public ValueKind Predicted { get; init; }

    /// <summary>Elements of the last axis of the output.</summary>
    public int Classes { get; init; }

    /// <summary>The label that takes a row out of the loss.</summary>
    public int IgnoreIndex { get; init; }

    /// <summary>Labels of a row.</summary>
    public int LabelsPerRow => Classes == 0 ? 0 : OutputSize / Classes;

    /// <summary>Real targets of a row.</summary>
    public int TargetsPerRow => Loss is { Form: LossForm.Gaussian } ? OutputSize / 2 : OutputSize;

    public static NetworkContract Of(NetworkAnalysis analysis)
    {
        var meaning = NetworkMeaning.Of(analysis);
        LayerDeclaration? declared = analysis.Loss?.Declaration;
        LossType? loss = declared?.EffectiveLoss;
        ValueKind forwarded = loss is null ? meaning.Layers.LastOrDefault()?.Behind.AsPooled().Kind ?? ValueKind.Unknown : meaning.AtLoss.AsPooled().Kind;
        return new(analysis.Declaration.Type.Name, SizeOf(analysis.Input), SizeOf(analysis.Output), loss)
        {
            Forwarded = forwarded,
            Predicted = loss?.Predicts switch
            {
                LossPrediction.Softmax => ValueKind.Probabilities,
                LossPrediction.Sigmoid => ValueKind.UnitInterval,
                LossPrediction.Exponential => forwarded == ValueKind.LogProbabilities ? ValueKind.Probabilities : ValueKind.NonNegative,
                LossPrediction.Variances => ValueKind.Unknown,
                _ => forwarded,
            },
            Classes = analysis.Output.IsKnown ? analysis.Output.Last : 0,
            IgnoreIndex = (int)(declared?.Number("IgnoreIndex", -100) ?? -100),
        };
    }

    /// <summary>Elements of the outputs for some elements of inputs, where that is a number of whole rows.</summary>
    public int? OutputsOf(int? inputs) => inputs is { } count && InputSize > 0 && count % InputSize == 0 ? count / InputSize * OutputSize : null;

    private static int SizeOf(Frontend.Shapes.Shape shape) => shape.IsKnown && shape.Size <= int.MaxValue ? (int)shape.Size : 0;
}
