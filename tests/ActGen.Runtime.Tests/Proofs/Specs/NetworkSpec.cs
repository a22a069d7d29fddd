namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A network as data, from which both its C# declaration and its slow meaning come.</summary>
/// <param name="InputShape">(features), (time, features) or (channels, height, width).</param>
/// <param name="Layers">From input to output.</param>
/// <param name="Loss">The loss, or null for a network that only maps.</param>
internal sealed record NetworkSpec(IReadOnlyList<int> InputShape, IReadOnlyList<LayerSpec> Layers, LossSpec? Loss = null)
{
    /// <summary>The shape before the first layer where it is more than the sizes say, as within a block.</summary>
    public SpecShape? Given { get; init; }

    /// <summary>Rows of the last axis of the output in one row of the batch.</summary>
    public int Positions => Output.Size / Output.Last;

    /// <summary>Features before each layer as it reads them, then the last axis of the output.</summary>
    public IReadOnlyList<int> Widths => [.. Shapes.SkipLast(1).Select(shape => shape.Features), Output.Last];

    /// <summary>The shape before each layer as it reads it, then that of the output.</summary>
    public IReadOnlyList<SpecShape> Shapes
    {
        get
        {
            SpecShape shape = Input;
            SpecShape[] before = [.. Layers.Select(layer => Pass(layer, ref shape))];
            return [.. before, shape.For(SpecOrder.Declared)];
        }
    }

    /// <summary>The shape behind the last layer, as that leaves it.</summary>
    public SpecShape End
    {
        get
        {
            SpecShape shape = Input;
            foreach (LayerSpec layer in Layers)
                Pass(layer, ref shape);
            return shape;
        }
    }

    /// <summary>Elements of one input row.</summary>
    public int InputSize => InputShape.Aggregate(1, (product, size) => product * size);

    /// <summary>Elements of one output row.</summary>
    public int OutputSize => Output.Size;

    private SpecShape Input => Given ?? new([.. InputShape]);

    private SpecShape Output => Shapes[^1];

    /// <summary>Shapes of all trained tensors: layer by layer, weights before bias before activation parameters.</summary>
    public IReadOnlyList<int[]> TensorShapes => [.. Layers.SelectMany((layer, i) => layer.TensorShapes(Widths[i]))];

    /// <summary>Shapes of the running averages behind them.</summary>
    public IReadOnlyList<int[]> StatisticShapes => [.. Layers.SelectMany((layer, i) => layer.StatisticShapes(Widths[i]))];

    /// <summary>Rows of a batch that float can be compared on.</summary>
    public int LeastRows => Layers.Max(layer => layer.LeastRows);

    /// <summary>Whether every layer can work on the rows that it gets.</summary>
    public bool Fits
    {
        get
        {
            // Behind a layer that does not fit there is no shape.
            SpecShape shape = Input;
            return Layers.All(layer => layer.Fits(shape.For(layer.Reads)) && Pass(layer, ref shape) is not null);
        }
    }

    /// <summary>The blocks that it uses, as a user writes them.</summary>
    public IEnumerable<string> Blocks => Layers.SelectMany(layer => layer.Parts).OfType<ResidualSpec>().Select(residual => residual.Declaration).Distinct();

    /// <summary>The declaration as a user writes it.</summary>
    public string Declaration(string className) => $"""
        [Network({string.Join(", ", InputShape)})]
        {string.Concat(Layers.Select(layer => $"[{layer.Attribute}]\n"))}{(Loss is null ? "" : $"[{Loss.Attribute}]\n")}public sealed partial class {className};
        """;

    /// <summary>The shape as a layer reads it; goes on to that behind it.</summary>
    private static SpecShape Pass(LayerSpec layer, ref SpecShape shape)
    {
        SpecShape before = shape.For(layer.Reads);
        shape = layer.OutputShape(before);
        shape = shape with { IsFeaturesLast = shape.IsChannelsFirst && shape.IsFeaturesLast };
        return before;
    }

    public bool Equals(NetworkSpec? other) =>
        other is not null && InputShape.SequenceEqual(other.InputShape) && Layers.SequenceEqual(other.Layers) && Equals(Loss, other.Loss);

    public override int GetHashCode() => HashCode.Combine(InputSize, Layers.Count, Loss);

    public override string ToString() => string.Concat(Blocks.Select(block => block + "\n\n")) + Declaration("Example");
}
