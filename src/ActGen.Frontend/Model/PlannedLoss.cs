using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>The loss on the outputs.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">As declared.</param>
/// <param name="LabelSmoothing">ε of cross-entropy.</param>
/// <param name="ClassWeights">One per class, or empty.</param>
/// <param name="IgnoreIndex">Label that takes a row out.</param>
/// <param name="PositiveWeight">Weight of positive targets of binary cross-entropy on logits.</param>
/// <param name="Delta">δ of Huber's loss.</param>
internal sealed record PlannedLoss(
    LayerKind Kind, string Name, double LabelSmoothing, EquatableArray<double> ClassWeights, int IgnoreIndex, double PositiveWeight, double Delta)
{
    /// <summary>Whether targets may be class labels.</summary>
    public bool TakesLabels => Kind is LayerKind.CrossEntropyLoss or LayerKind.NLLLoss;

    /// <summary>Whether the outputs are judged as decisions of 0 or 1.</summary>
    public bool IsBinary => Kind is LayerKind.BCEWithLogitsLoss or LayerKind.BCELoss;
}
