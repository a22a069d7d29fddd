namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The same values in the same order under another shape; on one axis it is Flatten.</summary>
internal sealed record ReshapeSpec(params int[] Shape) : LayerSpec
{
    public override string Attribute => Shape.Length == 1 ? "Flatten" : $"Reshape({string.Join(", ", Shape)})";

    public override int OutputWidth(int inputWidth) => Shape[^1];

    public override int OutputPositions(int positions) => Shape.SkipLast(1).Aggregate(1, (product, size) => product * size);

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => [.. x.SelectMany(row => row).Chunk(Shape[^1])];

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) =>
        [.. g.SelectMany(row => row).Chunk(x[0].Length)];

    public bool Equals(ReshapeSpec? other) => other is not null && Shape.SequenceEqual(other.Shape);

    public override int GetHashCode() => Shape.Length;
}
