namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>A network as data, from which both its C# declaration and its slow meaning come.</summary>
/// <param name="InputShape">(features) or (time, features).</param>
/// <param name="Layers">From input to output.</param>
/// <param name="Loss">The loss, or null for a network that only maps.</param>
internal sealed record NetworkSpec(IReadOnlyList<int> InputShape, IReadOnlyList<LayerSpec> Layers, LossSpec? Loss = null)
{
    /// <summary>Rows of the last axis of the output in one row of the batch.</summary>
    public int Positions => Layers.Aggregate(InputPositions, (positions, layer) => layer.OutputPositions(positions));

    /// <summary>Width of the last axis before each layer, then of the output.</summary>
    public IReadOnlyList<int> Widths
    {
        get
        {
            List<int> widths = [InputShape[^1]];
            foreach (LayerSpec layer in Layers)
                widths.Add(layer.OutputWidth(widths[^1]));
            return widths;
        }
    }

    /// <summary>Elements of one input row.</summary>
    public int InputSize => InputPositions * Widths[0];

    /// <summary>Elements of one output row.</summary>
    public int OutputSize => Positions * Widths[^1];

    private int InputPositions => InputShape.SkipLast(1).Aggregate(1, (product, size) => product * size);

    /// <summary>Shapes of all trained tensors: layer by layer, weights before bias before activation parameters.</summary>
    public IReadOnlyList<int[]> TensorShapes => [.. Layers.SelectMany((layer, i) => layer.TensorShapes(Widths[i]))];

    /// <summary>Whether every layer can work on the rows that it gets.</summary>
    public bool Fits => Layers.Select((layer, i) => Widths[i] % layer.Divisor).All(rest => rest == 0);

    /// <summary>The declaration as a user writes it.</summary>
    public string Declaration(string className) => $"""
        [Network({string.Join(", ", InputShape)})]
        {string.Concat(Layers.Select(layer => $"[{layer.Attribute}]\n"))}{(Loss is null ? "" : $"[{Loss.Attribute}]\n")}public sealed partial class {className};
        """;

    public bool Equals(NetworkSpec? other) =>
        other is not null && InputShape.SequenceEqual(other.InputShape) && Layers.SequenceEqual(other.Layers) && Equals(Loss, other.Loss);

    public override int GetHashCode() => HashCode.Combine(InputSize, Layers.Count, Loss);

    public override string ToString() => Declaration("Example");
}
