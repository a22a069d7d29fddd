using System.Globalization;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>The same values under a shape that the attribute names; one of its sizes may be −1, what remains.</summary>
internal sealed class ReshapeLayer : ViewLayer
{
    private const int Remainder = -1;

    public override void Check(ArgumentChecks arguments)
    {
        EquatableArray<double> sizes = Sizes(arguments.Layer);
        if (Fault(sizes) is { } fault)
            arguments.Report("shape", $"({string.Join(", ", sizes.Select(size => Words.Of((double?)size)))})", fault);
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        EquatableArray<double> sizes = Sizes(layer);
        if (Fault(sizes) is not null)
            return (Shape.Unknown, null);
        bool hasRemainder = sizes.Items.Contains(Remainder);
        double known = sizes.Items.Where(size => size != Remainder).Aggregate(1.0, static (product, size) => product * size);
        if (hasRemainder ? input.Size % known == 0 : input.Size == known)
            return (Shape.Of([.. sizes.Select(size => (int)(size == Remainder ? input.Size / known : size))]), null);
        string written = string.Join("×", sizes.Select(size => size == Remainder ? "?" : size.ToString(CultureInfo.InvariantCulture)));
        string reason = hasRemainder ? $"{Words.Of(input.Size)} is no multiple of {Words.Count(known)}" : $"{written} are {Words.Count(known)}";
        return Misfit($"gives the shape {written} to {Words.Of(input.Size)} values, but {origin} gives rows of shape {input}, and {reason}");
    }

    private static EquatableArray<double> Sizes(LayerDeclaration layer) => layer.Numbers("shape");

    /// <summary>Why these sizes are no shape whatever the input; null when they are one.</summary>
    private static string? Fault(EquatableArray<double> sizes)
    {
        if (sizes.Count == 0)
            return "a shape has at least one axis: [Flatten] makes one of all";
        return sizes.Items.Count(size => size == Remainder) > 1 ? "at most one size is -1, what remains"
            : sizes.Items.Any(size => size != Remainder && size is not (>= 1 and <= int.MaxValue)) ? "every size is at least 1, or -1 for what remains"
            : null;
    }
}
