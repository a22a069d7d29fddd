using System.Globalization;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Shapes;

/// <summary>The shape that a layer makes of its input.</summary>
internal static class ShapeInference
{
    /// <summary>The layer's output shape; unknown, with a reason, when the layer does not fit.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">A known shape.</param>
    /// <param name="origin">What made the input, for the reason: <c>the input of the network</c>, <c>[Dense] above</c>.</param>
    public static (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        switch (layer.Kind)
        {
            case LayerKind.Dense or LayerKind.GatedDense when input.Rank > 2:
                return Misfit($"works on features or on a sequence (time, features), but {origin} gives rows of shape {input}: put [Flatten] before it");
            case LayerKind.Dense or LayerKind.GatedDense:
                return (layer.Units is { } units ? input.WithLast(units) : Shape.Unknown, null);
            case LayerKind.Activation when layer.Flag("PerChannel", false) && input.Rank > 2:
                return Misfit($"has channels where the input is features or a sequence (time, features), but {origin} gives rows of shape {input}");
            case LayerKind.Gate:
                return Divided(input, 2, origin);
            case LayerKind.RowOperator when layer.Operator is { } op:
                return Resized(layer, op, input, origin);
            case LayerKind.Flatten or LayerKind.Reshape:
                return Reshaping.Infer(layer, input, origin);
            case LayerKind.Unknown:
                return (Shape.Unknown, null);
            default:
                return (input, null);
        }
    }

    private static (Shape, string?) Resized(LayerDeclaration layer, RowOperator op, Shape input, string origin)
    {
        if (op.Divisor is not { } divisor)
        {
            return input.Last <= int.MaxValue / op.Multiple
                ? (input.WithLast(input.Last * op.Multiple), null)
                : Misfit($"makes the last axis {op.Multiple} times as long, but {origin} gives rows of shape {input}");
        }
        return layer.Number(divisor, 0) is >= 1 and <= int.MaxValue and double parts ? Divided(input, (int)parts, origin) : (Shape.Unknown, null);
    }

    private static (Shape, string?) Divided(Shape input, int parts, string origin) => input.Last % parts == 0
        ? (input.WithLast(input.Last / parts), null)
        : Misfit($"cuts the last axis into {parts} equal parts, but {origin} gives rows of shape {input}, and {input.Last} is no multiple of {parts}");

    private static (Shape, string) Misfit(FormattableString reason) => (Shape.Unknown, reason.ToString(CultureInfo.InvariantCulture));
}
