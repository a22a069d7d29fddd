using System.Security.Cryptography;
using System.Text;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>y = x + block(x), the block a class of its own. The interpreter runs it as a network within the network.</summary>
/// <param name="Block">From the block's input to its output.</param>
internal sealed record ResidualSpec(params LayerSpec[] Block) : LayerSpec
{
    public override string Attribute => $"Residual<{Name}>";

    /// <summary>The block's class: equal blocks are one.</summary>
    public string Name => "Block" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Stack)))[..12];

    /// <summary>The block as a user writes it.</summary>
    public string Declaration => $"[Block]\n{Stack}internal sealed class {Name};";

    public override IEnumerable<LayerSpec> Parts => Block.SelectMany(layer => layer.Parts).Prepend(this);

    /// <summary>The block, and a step at either end.</summary>
    public override int Steps => 2 + Block.Sum(layer => layer.Steps);

    public override SpecOrder Reads => SpecOrder.Features;

    public override bool Fits(SpecShape input) => Inner(input) is { Fits: true, End: var end } && end.Sizes.SequenceEqual(input.Sizes) && end.HasChannels == input.HasChannels;

    public override SpecShape OutputShape(SpecShape input) => input;

    public override IReadOnlyList<int[]> TensorShapes(int inputWidth) => [.. Tensors(inputWidth).Select(tensor => tensor.Shape)];

    public override IReadOnlyList<int[]> StatisticShapes(int inputWidth)
    {
        List<int[]> shapes = [];
        foreach (LayerSpec layer in Block)
        {
            shapes.AddRange(layer.StatisticShapes(inputWidth));
            inputWidth = layer.OutputWidth(inputWidth);
        }
        return shapes;
    }

    public override (double Start, double Scale) Distribution(int tensor, int[] shape)
    {
        // Which layer has a tensor does not depend on the width.
        (LayerSpec layer, int index, _) = Tensors(1).ElementAt(tensor);
        return layer.Distribution(index, shape);
    }

    /// <summary>The block as a network on rows of that shape.</summary>
    public NetworkSpec Inner(SpecShape input) => new(input.Sizes, Block) { Given = input };

    public override double[][] Forward(double[][] x, double[][] parameters, int layer, Run run) => throw new NotSupportedException();

    public override double[][] Backward(double[][] x, double[][] y, double[][] g, double[][] parameters, double[][] gradients, int layer, Run run) => throw new NotSupportedException();

    public bool Equals(ResidualSpec? other) => other is not null && Block.SequenceEqual(other.Block);

    public override int GetHashCode() => Block.Length;

    private string Stack => string.Concat(Block.Select(layer => $"[{layer.Attribute}]\n"));

    private IEnumerable<(LayerSpec Layer, int Index, int[] Shape)> Tensors(int width)
    {
        foreach (LayerSpec layer in Block)
        {
            IReadOnlyList<int[]> shapes = layer.TensorShapes(width);
            for (int i = 0; i < shapes.Count; i++)
                yield return (layer, i, shapes[i]);
            width = layer.OutputWidth(width);
        }
    }
}
