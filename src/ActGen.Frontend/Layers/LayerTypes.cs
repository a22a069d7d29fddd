using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>The kinds of layers.</summary>
internal static class LayerTypes
{
    private static readonly Dictionary<LayerKind, LayerType> Types = new()
    {
        [LayerKind.Unknown] = new UnknownLayer(),
        [LayerKind.Surroundings] = new UnknownLayer(),
        [LayerKind.Block] = new BlockLayer(),
        [LayerKind.Branch] = new BranchLayer(),
        [LayerKind.Sum] = new SumLayer(),
        [LayerKind.Dense] = new DenseLayer(),
        [LayerKind.GatedDense] = new GatedDenseLayer(),
        [LayerKind.Conv1D] = new ConvolutionLayer(axes: 1),
        [LayerKind.Conv2D] = new ConvolutionLayer(axes: 2),
        [LayerKind.Dropout] = new DropoutLayer(),
        [LayerKind.Activation] = new ActivationLayer(),
        [LayerKind.RandomizedActivation] = new RandomizedActivationLayer(),
        [LayerKind.Gate] = new GateLayer(),
        [LayerKind.RowOperator] = new RowOperatorLayer(),
        [LayerKind.GroupNorm] = new GroupNormLayer(),
        [LayerKind.BatchNorm] = new BatchNormLayer(),
        [LayerKind.LayerNorm] = new LayerNormLayer(),
        [LayerKind.RMSNorm] = new RMSNormLayer(),
        [LayerKind.Flatten] = new FlattenLayer(),
        [LayerKind.Reshape] = new ReshapeLayer(),
        [LayerKind.Permute] = new PermuteLayer(),
        [LayerKind.Pool] = new PoolLayer(),
        [LayerKind.Recurrent] = new RecurrentLayer(),
        [LayerKind.Loss] = new LossLayer(),
    };

    /// <summary>Attributes that stand for one kind each; activations, gates and losses are known by their base types and tables.</summary>
    private static readonly Dictionary<string, LayerKind> Attributes = new(StringComparer.Ordinal)
    {
        ["Dense"] = LayerKind.Dense,
        ["Conv1D"] = LayerKind.Conv1D,
        ["Conv2D"] = LayerKind.Conv2D,
        ["Dropout"] = LayerKind.Dropout,
        ["GroupNorm"] = LayerKind.GroupNorm,
        ["BatchNorm"] = LayerKind.BatchNorm,
        ["LayerNorm"] = LayerKind.LayerNorm,
        ["RMSNorm"] = LayerKind.RMSNorm,
        ["Flatten"] = LayerKind.Flatten,
        ["Reshape"] = LayerKind.Reshape,
        ["Permute"] = LayerKind.Permute,
    };

    /// <summary>The kinds that are here.</summary>
    public static IEnumerable<LayerKind> Kinds => Types.Keys;

    public static LayerType Of(LayerKind kind) => Types[kind];

    /// <summary>The kind of an attribute of the library, named without its suffix.</summary>
    public static LayerKind KindOf(string attribute) => Attributes.TryGetValue(attribute, out LayerKind kind) ? kind
        : RowOperators.Named(attribute) is not null ? LayerKind.RowOperator
        : PoolType.Named(attribute) is not null ? LayerKind.Pool
        : RecurrentCell.Named(attribute) is not null ? LayerKind.Recurrent
        : LayerKind.Unknown;

    /// <summary>What rules may know of a layer.</summary>
    public static LayerFacts FactsOf(LayerAnalysis layer) => Of(layer.Kind).Facts(layer);
}
