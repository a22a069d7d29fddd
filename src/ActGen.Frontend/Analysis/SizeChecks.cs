using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Analysis;

/// <summary>Sums of sizes in 64 bits: what is indexed with an <see cref="int"/> at run time must fit one.</summary>
internal static class SizeChecks
{
    /// <summary>The longest array of the platform, less what alignment takes.</summary>
    private const int MostElements = 0x7FFFFFC7 - 64;

    /// <summary>Whether tensors and values have sizes that can be planned with.</summary>
    public static void CheckLayers(EquatableArray<LayerAnalysis> layers, ProblemCollection problems)
    {
        long parameters = 0;
        foreach (LayerAnalysis layer in layers)
        {
            // A layer has fewer than 2^63 parameters, and the sum stops at the first excess.
            parameters += (layer.ParameterCount ?? 0) + LayerTypes.Of(layer.Kind).StatisticCount(layer.Declaration, layer.Input);
            long values = layer.Output.IsKnown ? layer.Output.Size : 0;
            if (parameters <= MostElements && values <= MostElements)
                continue;
            Report(layer.Declaration, layer.Index, isByUnits: true, parameters > MostElements ? Parameters(parameters) : Row(values), problems);
            return;
        }
    }

    /// <summary>Whether a pass over one row has room for all that a plan holds, as if no gradient took the place of another: up to twice what it holds at one time.</summary>
    public static void CheckPlan(NetworkDeclaration declaration, NetworkPlan plan, ProblemCollection problems)
    {
        long values = plan.Input.Size, batch = 0;
        // One layer at a time has scratch and transposed weights.
        long scratch = 0, weights = 0;
        PlannedLayer? before = null;
        foreach (PlannedLayer layer in plan.Layers)
        {
            values += layer.ValuesPerRow(before);
            before = layer;
            batch += layer.ValuesPerBatch;
            scratch = Math.Max(scratch, layer.TrainingScratch);
            weights = Math.Max(weights, layer.TurnedWeights);
            long row = values + scratch;
            if (row <= MostElements && batch + weights <= MostElements)
                continue;
            // A convolution's filters are one reason among several.
            Report(declaration.Layers[layer.Place.Index], layer.Place.Index, isByUnits: layer is PlannedGate or PlannedRecurrent || (layer is PlannedDense && layer.Output.Size > layer.Input.Size), row > MostElements ? Row(row) : $"training would need {Words.Of(batch + weights)} values beside the rows", problems);
            return;
        }
    }

    private static string Parameters(long count) => $"the network would have {Words.Of(count)} parameters";

    private static string Row(long values) => $"one row would need {Words.Of(values)} values";

    private static void Report(LayerDeclaration layer, int index, bool isByUnits, string excess, ProblemCollection problems)
    {
        (string? argument, string value) = isByUnits && layer.UnitsArgument is { } units ? (units, Words.Of(layer.Number(units, 0))) : (null, "too large");
        problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, argument), layer.Name, argument ?? "size", value, $"{excess}, and {Words.Of(MostElements)} is the most");
    }
}
