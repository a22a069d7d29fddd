using ActGen.Frontend.Losses;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>Which <c>Classify</c> methods a network has.</summary>
/// <param name="Any">Whether its outputs are decisions: the method for batches.</param>
/// <param name="OnePerRow">Whether a row is one decision: the method for a row.</param>
internal sealed record Decisions(bool Any, bool OnePerRow)
{
    /// <summary>Those of a loss on outputs, as far as a declaration with errors tells: an unknown shape counts as one decision.</summary>
    public static Decisions Of(LossType? loss, Shape output) => loss switch
    {
        { Decision: LossDecision.LargestOutput } => new(true, !output.IsKnown || output.Outer == 1),
        { Decision: not LossDecision.None } => new(true, !output.IsKnown || output.Size == 1),
        _ => new(false, false),
    };
}
