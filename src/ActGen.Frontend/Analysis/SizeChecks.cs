using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Sums of sizes in 64 bits: what is indexed with an <see cref="int"/> at run time must fit one.</summary>
internal static class SizeChecks
{
    /// <summary>The longest array of the platform, less what alignment takes.</summary>
    private const int MostElements = 0x7FFFFFC7 - 64;

    /// <summary>Values of one row that a layer can make the training pass hold: output, what backward keeps, gradient.</summary>
    private const int BuffersPerLayer = 3;

    public static void Check(Shape input, EquatableArray<LayerAnalysis> layers, ProblemCollection problems)
    {
        long parameters = 0, activations = input.IsKnown ? input.Size : 0;
        foreach (LayerAnalysis layer in layers)
        {
            // A layer has fewer than 2^63 parameters, and the sum stops at the first excess.
            parameters += (layer.ParameterCount ?? 0) + LayerTypes.Of(layer.Kind).StatisticCount(layer.Declaration, layer.Input);
            activations += layer.Output.IsKnown && !layer.Declaration.IsLoss ? BuffersPerLayer * ValuesOf(layer) : 0;
            string? excess = parameters > MostElements ? $"the network would have {Words.Of(parameters)} parameters"
                : activations > MostElements ? $"one row would need {Words.Of(activations)} values"
                : null;
            if (excess is null)
                continue;
            (string? argument, string value) = layer.Declaration.UnitsArgument is { } units ? (units, Words.Of(layer.Declaration.Number(units, 0))) : (null, "too large");
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(layer.Index, argument), layer.Declaration.Name, argument ?? "size", value, $"{excess}, and {Words.Of(MostElements)} is the most");
            return;
        }
    }

    /// <summary>Elements of what the layer computes, the product before a gate included.</summary>
    private static long ValuesOf(LayerAnalysis layer) =>
        Math.Min(layer.Output.Size, int.MaxValue) * LayerTypes.Of(layer.Kind).ValuesPerOutput;
}
