using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Declarations;

/// <summary>What a layer means to the values that pass through it, judged by its formula and never by its name.</summary>
internal static class LayerFacts
{
    /// <summary>Whether values keep their meaning: dropout (at inference it does nothing) and formulas that are x.</summary>
    public static bool KeepsMeaning(this LayerAnalysis layer) =>
        layer.Kind == LayerKind.Dropout || layer.Facts() is { IsIdentity: true };

    /// <summary>Whether an affine map before the layer and one behind it are one affine map together: dropout, and formulas a·x + b.</summary>
    public static bool IsAffineBetweenLayers(this LayerAnalysis layer) =>
        layer.Kind == LayerKind.Dropout || layer.Facts() is { IsAffine: true };

    /// <summary>Whether the layer maps all numbers onto probabilities as sigmoid does: rising from 0 at −∞ to 1 at +∞.</summary>
    public static bool SquashesToProbability(this LayerAnalysis layer) => layer.Facts() is { IsSquashing: true };

    /// <summary>The layer before, passing over those that keep meaning; null at the input.</summary>
    public static LayerAnalysis? ProducerBefore(this NetworkAnalysis analysis, int index)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            LayerAnalysis layer = analysis.Layers[i];
            if (!layer.Declaration.IsLoss && !layer.KeepsMeaning())
                return layer;
        }
        return null;
    }

    /// <summary>By how much dropout behind <paramref name="producer"/> enlarges at most what it keeps: the product of 1/(1 − rate).
    /// At inference, and where everything is dropped, that is 1.</summary>
    public static double DropoutScaleBehind(this NetworkAnalysis analysis, LayerAnalysis producer)
    {
        double scale = 1;
        foreach (LayerAnalysis layer in analysis.Layers.Items.Where(layer => layer.Index > producer.Index && layer.Kind == LayerKind.Dropout))
        {
            if (layer.Declaration.Number("rate", 0) is > 0 and < 1 and double rate)
                scale /= 1 - rate;
        }
        return scale;
    }

    /// <summary>The facts of an activation; null for other layers, unknown formulas and learned parameters, whose values nobody knows.</summary>
    private static FormulaFacts? Facts(this LayerAnalysis layer)
    {
        if (layer.Kind != LayerKind.Activation || layer.Formula is not { } formula || layer.FormulaParameters.Count != formula.Parameters.Count
            || formula.Parameters.Items.Any(parameter => parameter.IsLearnable))
        {
            return null;
        }
        return FormulaFacts.Of(formula, layer.FormulaParameters);
    }
}
