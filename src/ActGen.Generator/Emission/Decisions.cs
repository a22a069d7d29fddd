using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Generator.Emission;

/// <summary>Which <c>Classify</c> methods a network has.</summary>
/// <param name="Any">Whether its outputs are decisions: the method for batches.</param>
/// <param name="OnePerRow">Whether a row is one decision: the method for a row.</param>
internal sealed record Decisions(bool Any, bool OnePerRow)
{
    public static Decisions Of(PlannedLoss? loss, Shape output) => loss switch
    {
        { TakesLabels: true } => new(true, output.Positions == 1),
        { IsBinary: true } => new(true, output.Size == 1),
        _ => new(false, false),
    };

    /// <summary>As far as a declaration with errors tells.</summary>
    public static Decisions Of(NetworkAnalysis analysis)
    {
        LayerKind[] kinds = [.. analysis.Declaration.Layers.Select(layer => layer.Kind)];
        bool isOutputKnown = analysis.Output.IsKnown;
        bool classes = kinds.Any(kind => kind is LayerKind.CrossEntropyLoss or LayerKind.NLLLoss);
        bool binary = kinds.Any(kind => kind is LayerKind.BCEWithLogitsLoss or LayerKind.BCELoss);
        return new(classes || binary, (classes && (!isOutputKnown || analysis.Output.Positions == 1)) || (binary && (!isOutputKnown || analysis.Output.Size == 1)));
    }
}
