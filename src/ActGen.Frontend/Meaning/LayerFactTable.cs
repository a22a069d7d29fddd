using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>The facts of every kind of layer. A kind that is added gets its row here, and every rule judges it: no rule knows kinds.</summary>
internal static class LayerFactTable
{
    private static readonly Dictionary<LayerKind, Func<LayerAnalysis, LayerFacts>> Rows = new()
    {
        [LayerKind.Unknown] = static _ => LayerFacts.Unknown,
        [LayerKind.Dense] = static _ => new(LayerMap.Weighted) { HasWeights = true },
        [LayerKind.GatedDense] = static _ => new(LayerMap.Product) { HasWeights = true },
        [LayerKind.Dropout] = static layer => new(LayerMap.Identity) { DropRate = layer.Declaration.Number("rate", 0) },
        [LayerKind.Activation] = static layer => FormulaMeaning.Of(FactsOf(layer)),
        // Random while training: no fixed formula, and no slope that is the same on both sides.
        [LayerKind.RandomizedActivation] = static _ => new(LayerMap.Nonlinear),
        [LayerKind.Gate] = static _ => new(LayerMap.Product),
        [LayerKind.RowOperator] = static layer => layer.Declaration.Operator is { } op
            ? new(LayerMap.Nonlinear) { Makes = op.Makes, IsSparse = op.IsSparse }
            : LayerFacts.Unknown,
        [LayerKind.Loss] = static _ => new(LayerMap.Identity),
    };

    /// <summary>The kinds that have a row.</summary>
    public static IEnumerable<LayerKind> Kinds => Rows.Keys;

    public static LayerFacts Of(LayerAnalysis layer) => Rows.TryGetValue(layer.Kind, out Func<LayerAnalysis, LayerFacts>? row) ? row(layer) : LayerFacts.Unknown;

    /// <summary>The facts of an activation's formula; null for unknown formulas and learned parameters, whose values nobody knows.</summary>
    private static FormulaFacts? FactsOf(LayerAnalysis layer)
    {
        if (layer.Formula is not { } formula || layer.FormulaParameters.Count != formula.Parameters.Count
            || formula.Parameters.Items.Any(parameter => parameter.IsLearnable))
        {
            return null;
        }
        return FormulaFacts.Of(formula, layer.FormulaParameters);
    }
}
