namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>The same values in the same order under another shape; on one axis it is Flatten, of whatever size its input has.</summary>
internal sealed record ReshapeSpec(params int[] Shape) : ImageSpec
{
    public override string Attribute => Shape.Length == 1 ? "Flatten" : $"Reshape({string.Join(", ", Shape)})";

    public override SpecOrder Reads => SpecOrder.Declared;

    public override bool Fits(SpecShape input) => Shape.Length == 1 || OutputShape(input).Size == input.Size;

    public override SpecShape OutputShape(SpecShape input) => new(Shape.Length == 1 ? [input.Size] : Shape);

    public override double[][] Forward(SpecShape shape, double[][] x, double[][] parameters, Run run) => x;

    public override double[][] Backward(SpecShape shape, double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, Run run) => g;

    public bool Equals(ReshapeSpec? other) => other is not null && Shape.SequenceEqual(other.Shape);

    public override int GetHashCode() => Shape.Length;
}
