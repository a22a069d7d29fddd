using System.Globalization;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Shapes;

/// <summary>The shape that <c>[Flatten]</c> and <c>[Reshape]</c> give to the same values.</summary>
internal static class Reshaping
{
    /// <summary>The size that stands for what remains.</summary>
    private const int Remainder = -1;

    /// <summary>Why these sizes are no shape whatever the input; null when they are one. At most one of them is −1.</summary>
    public static string? Fault(EquatableArray<double> sizes)
    {
        if (sizes.Count == 0)
            return "a shape has at least one axis: [Flatten] makes one of all";
        return sizes.Items.Count(size => size == Remainder) > 1 ? "at most one size is -1, what remains"
            : sizes.Items.Any(size => size != Remainder && size is not (>= 1 and <= int.MaxValue)) ? "every size is at least 1, or -1 for what remains"
            : null;
    }

    /// <summary>The layer's output; unknown, with a reason, when it has another number of elements.</summary>
    public static (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        if (layer.Kind == LayerKind.Flatten)
            return input.Size <= int.MaxValue ? (Shape.Of((int)input.Size), null) : (Shape.Unknown, null);
        EquatableArray<double> sizes = layer.Numbers("shape");
        if (Fault(sizes) is not null)
            return (Shape.Unknown, null);
        double known = sizes.Items.Where(size => size != Remainder).Aggregate(1.0, static (product, size) => product * size);
        bool fits = sizes.Items.Contains(Remainder) ? input.Size % known == 0 : input.Size == known;
        if (fits)
            return (Shape.Of([.. sizes.Select(size => (int)(size == Remainder ? input.Size / known : size))]), null);
        string written = string.Join("×", sizes.Select(size => size == Remainder ? "?" : size.ToString(CultureInfo.InvariantCulture)));
        return (Shape.Unknown, $"gives the shape {written} to {Words.Of(input.Size)} values, but {origin} gives rows of shape {input}, and {(sizes.Items.Contains(Remainder) ? $"{Words.Of(input.Size)} is no multiple of {Words.Of(known)}" : $"{written} are {Words.Of(known)}")}");
    }
}
