using System.Globalization;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = a·f(b) over the halves [a, b] of each row.</summary>
/// <param name="F">f.</param>
/// <param name="Name">The attribute where the gate has one of its own.</param>
internal sealed record GateSpec(ActivationSpec F, string? Name = null) : LayerSpec
{
    public override string Attribute => Name ?? $"Gated<{F.TypeName}>{F.Arguments()}";

    public override int Divisor => 2;

    public override ActivationSpec? Activation => F;

    public override int OutputWidth(int inputWidth) => inputWidth / 2;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => F.TensorShapes(inputWidth);

    public override (double Start, double Scale) Distribution(int tensor, int[] shape) => F.Distribution(tensor, shape);

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => Product(Values(x), F.Forward(Gates(x), parameters, layer, run));

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] f = F.Forward(Gates(x), parameters, layer, run);
        double[][] db = F.Backward(Gates(x), f, Product(g, Values(x)), parameters, gradients, layer, run);
        return [.. Product(g, f).Zip(db, (da, d) => da.Concat(d).ToArray())];
    }

    public override double DistanceToKink(double[][] x, double[][] parameters) => F.DistanceToKink(Gates(x), parameters);

    private static double[][] Values(double[][] x) => [.. x.Select(row => row[..(row.Length / 2)])];

    private static double[][] Gates(double[][] x) => [.. x.Select(row => row[(row.Length / 2)..])];

    private static double[][] Product(double[][] a, double[][] b) => [.. a.Zip(b, (left, right) => left.Zip(right, (l, r) => l * r).ToArray())];
}

/// <summary>y = (x·W + b)·f(x·V + c): a product with the columns of W and V side by side, then the gate.</summary>
/// <param name="Units">Outputs.</param>
/// <param name="F">f.</param>
/// <param name="Bias">Whether there are b and c.</param>
/// <param name="Name">The attribute's name where the layer has one of its own.</param>
internal sealed record GatedDenseSpec(int Units, ActivationSpec F, bool Bias = true, string? Name = null) : LayerSpec
{
    public override string Attribute => string.Create(CultureInfo.InvariantCulture, $"{Name ?? $"GatedDense<{F.TypeName}>"}{F.Arguments(Units, Bias ? "" : "Bias = false")}");

    public override ActivationSpec? Activation => F;

    public override SpecOrder Reads => SpecOrder.Declared;

    public override int OutputWidth(int inputWidth) => Units;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => [.. Dense.TensorShapes(inputWidth), .. F.TensorShapes(Units)];

    public override (double Start, double Scale) Distribution(int tensor, int[] shape) =>
        tensor < Affine ? Dense.Distribution(tensor, shape) : F.Distribution(tensor - Affine, shape);

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) =>
        Gate.Forward(Dense.Forward(x, parameters[..Affine], layer, run), parameters[Affine..], layer, run);

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run)
    {
        double[][] both = Dense.Forward(x, parameters[..Affine], layer, run);
        double[][] dBoth = Gate.Backward(both, y, g, parameters[Affine..], gradients[Affine..], layer, run);
        return Dense.Backward(x, both, dBoth, parameters[..Affine], gradients[..Affine], layer, run);
    }

    public override double DistanceToKink(double[][] x, double[][] parameters) =>
        Gate.DistanceToKink(Dense.Forward(x, parameters[..Affine], 0, default), parameters[Affine..]);

    private DenseSpec Dense => new(2 * Units, Bias);

    private GateSpec Gate => new(F);

    /// <summary>Tensors of the product.</summary>
    private int Affine => Bias ? 2 : 1;
}
