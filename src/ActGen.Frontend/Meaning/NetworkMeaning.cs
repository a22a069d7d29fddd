using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>A network in the terms of rules: what each layer does and what the values between them mean. Made once for each analysis.</summary>
internal sealed class NetworkMeaning
{
    private static readonly ConditionalWeakTable<NetworkAnalysis, NetworkMeaning> Known = new();

    /// <param name="analysis">The network.</param>
    /// <param name="factsOf">The facts of a layer: all that is asked of its kind.</param>
    public NetworkMeaning(NetworkAnalysis analysis, Func<LayerAnalysis, LayerFacts> factsOf)
    {
        Analysis = analysis;
        ImmutableArray<LayerMeaning>.Builder layers = ImmutableArray.CreateBuilder<LayerMeaning>();
        var flows = NetworkFlow.Of(analysis.Plan);
        Values values = Values.Input, atLoss = values;
        LayerFacts[] stated = Stated(analysis.Layers, factsOf);
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            if (layer.Declaration.IsLoss)
            {
                atLoss = layer.Index == analysis.Loss?.Index ? values : atLoss;
                continue;
            }
            LayerFacts facts = stated[layer.Index];
            Values behind = facts.Transfer(values, layer.Index, layer.Output.IsKnown ? layer.Output.Features : 0);
            layers.Add(new(layer, facts, values, behind, flows.TryGetValue(layer.Index, out LayerFlow? flow) ? flow : null));
            values = behind;
        }
        Layers = layers.ToImmutable();
        AtLoss = atLoss;
    }

    public NetworkAnalysis Analysis { get; }

    /// <summary>From input to output, losses left out.</summary>
    public ImmutableArray<LayerMeaning> Layers { get; }

    /// <summary>The first loss, or null.</summary>
    public LayerAnalysis? Loss => Analysis.Loss;

    /// <summary>The meaning of what the loss is given.</summary>
    public Values AtLoss { get; }

    /// <summary>The facts of each layer; who reads values behind a layer that leaves them as they are reads its input too.</summary>
    private static LayerFacts[] Stated(EquatableArray<LayerAnalysis> layers, Func<LayerAnalysis, LayerFacts> factsOf)
    {
        LayerFacts[] facts = [.. layers.Select(factsOf)];
        for (int i = facts.Length - 2; i >= 0; i--)
        {
            if (facts[i + 1] is { Map: LayerMap.Identity, HasOneReader: false })
                facts[i] = facts[i] with { HasOneReader = false };
        }
        return facts;
    }

    /// <summary>Of an analysis; the same object for the same analysis.</summary>
    public static NetworkMeaning Of(NetworkAnalysis analysis) => Known.GetValue(analysis, static one => new NetworkMeaning(one, LayerTypes.FactsOf));

    /// <summary>The same network with other layers: what would happen if.</summary>
    public NetworkMeaning With(Func<LayerDeclaration, LayerDeclaration> change) =>
        Of(NetworkAnalysis.Of(Analysis.Declaration with { Layers = Analysis.Declaration.Layers.Select(change).ToEquatableArray() }));

    /// <summary>The first layer that trains parameters; null where there is none.</summary>
    public LayerMeaning? FirstTrained => Layers.FirstOrDefault(layer => layer.Layer.ParameterCount > 0);

    /// <summary>The layers with weights.</summary>
    public IEnumerable<LayerMeaning> Weighted => Layers.Where(layer => layer.Facts.HasWeights);

    /// <summary>The last layer with weights; null where there is none.</summary>
    public LayerMeaning? LastWeighted => Layers.LastOrDefault(layer => layer.Facts.HasWeights);

    /// <summary>The layer that made values what they are; null for the network's input.</summary>
    public LayerMeaning? SourceOf(Values values) => Layers.FirstOrDefault(layer => layer.Index == values.Source);

    /// <summary>The layers between two places in the declaration, both left out.</summary>
    public IEnumerable<LayerMeaning> Between(int first, int last) => Layers.Where(layer => layer.Index > first && layer.Index < last);

    /// <summary>By how much dropout between two places enlarges at most what it keeps: the product of 1/(1 − rate). At inference, and
    /// where everything is dropped, that is 1.</summary>
    public double DropoutScale(int first, int last) => Between(first, last)
        .Select(layer => layer.Facts.DropRate ?? 0)
        .Aggregate(1.0, static (scale, rate) => rate is > 0 and < 1 ? scale / (1 - rate) : scale);
}
