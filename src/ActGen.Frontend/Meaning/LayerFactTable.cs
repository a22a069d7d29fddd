using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>The facts of every kind of layer. A kind that is added gets its row here, and every rule judges it: no rule knows kinds.</summary>
internal static class LayerFactTable
{
    private static readonly Dictionary<LayerKind, Func<LayerAnalysis, LayerFacts>> Rows = new()
    {
        [LayerKind.Unknown] = static _ => LayerFacts.Unknown,
        [LayerKind.Dense] = static layer => Product(LayerMap.Weighted, layer),
        [LayerKind.GatedDense] = static layer => Product(LayerMap.Product, layer),
        [LayerKind.Dropout] = static layer => new(LayerMap.Identity) { DropRate = layer.Declaration.Number("rate", 0) },
        [LayerKind.Activation] = static layer => FormulaMeaning.Of(FunctionOf(layer)),
        // Random while training: no fixed formula, and no slope that is the same on both sides.
        [LayerKind.RandomizedActivation] = static _ => new(LayerMap.Nonlinear),
        [LayerKind.Gate] = static _ => new(LayerMap.Product),
        [LayerKind.RowOperator] = static layer => layer.Declaration.Operator is { } op
            ? new(LayerMap.Nonlinear) { Makes = op.Makes, IsSparse = op.IsSparse, KeepsLogProbabilities = op.KeepsLogProbabilities }
            : LayerFacts.Unknown,
        [LayerKind.Flatten] = static _ => new(LayerMap.Identity),
        [LayerKind.Reshape] = static _ => new(LayerMap.Identity),
        [LayerKind.Loss] = static _ => new(LayerMap.Identity),
    };

    /// <summary>The kinds that have a row.</summary>
    public static IEnumerable<LayerKind> Kinds => Rows.Keys;

    public static LayerFacts Of(LayerAnalysis layer) => Rows.TryGetValue(layer.Kind, out Func<LayerAnalysis, LayerFacts>? row) ? row(layer) : LayerFacts.Unknown;

    private static LayerFacts Product(LayerMap map, LayerAnalysis layer) =>
        new(map) { Start = WeightStart.Of(layer.Declaration), HasBias = layer.Declaration.Flag("Bias", true) };

    /// <summary>The formula of an activation; null for unknown ones and for learned parameters, whose values nobody knows.</summary>
    private static ElementFunction? FunctionOf(LayerAnalysis layer) =>
        layer.Formula is { } formula && layer.FormulaParameters.Count == formula.Parameters.Count && !formula.Parameters.Items.Any(parameter => parameter.IsLearnable)
            ? new(formula, layer.FormulaParameters)
            : null;
}
