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
            case LayerKind.Dense when input.Rank > 2:
                return (Shape.Unknown, string.Format(
                    CultureInfo.InvariantCulture,
                    "works on features or on a sequence (time, features), but {0} gives rows of shape {1}: flatten the input first, [Network({2})]",
                    origin, input, input.Size));
            case LayerKind.Dense:
                return layer.Number("units", 0) is >= 1 and <= int.MaxValue and double units ? (input.WithLast((int)units), null) : (Shape.Unknown, null);
            case LayerKind.Unknown:
                return (Shape.Unknown, null);
            default:
                return (input, null);
        }
    }
}
