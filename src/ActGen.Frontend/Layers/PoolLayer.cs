using System.Globalization;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>The largest or the mean of the cells of a window: <see cref="PoolType"/> has all of them.</summary>
internal sealed class PoolLayer : LayerType
{
    /// <summary>The largest square window whose cells an <see cref="int"/> counts.</summary>
    private const int MostSide = 46_340;

    public override Shape Understand(LayerDeclaration layer, Shape input) => layer.Pool is { Axes: 1 } ? input.AsChannels() : input;

    public override void Check(ArgumentChecks arguments)
    {
        if (arguments.Layer.Pool is not { Axes: > 0 })
            return;
        arguments.Require("size", 0, size => size is >= 1 and <= int.MaxValue, "a window has at least one cell");
        if (arguments.Layer.Pool.Axes == 2 && arguments.Layer.Number("size", 0) is > MostSide and <= int.MaxValue and double side)
            arguments.Report("size", Words.Of(side), $"a window has at most {Words.Of(int.MaxValue)} cells, {Words.Of(MostSide)} along each axis");
        arguments.Require("Stride", 1, stride => stride is >= 1 and <= int.MaxValue, "a window moves by at least one cell");
        double half = Math.Floor(Math.Max(arguments.Layer.Number("size", 0), 0) / 2);
        arguments.Require("Padding", 0, padding => padding >= 0 && padding <= half, "it is at most half the window, of which no position lies wholly in the padding");
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        if (layer.Pool is not { Axes: > 0 and int axes })
            return input.Rank == 1 ? Misfit($"takes one value of each channel, but {origin} gives rows of shape {input}, which have no positions") : (Shape.Of(input.Features), null);
        if (ImageInput.Fault(axes, input, origin) is { } fault)
            return Misfit(fault);
        if (AxisOf(layer) is not { } axis)
            return (Shape.Unknown, null);
        Shape output = WindowOf(axes, axis).Over(input, input.Features);
        return output.IsKnown ? (output, null) : Misfit(TooLarge(axes, axis, input, origin));
    }

    public override LayerFacts Facts(LayerAnalysis layer)
    {
        bool isNothing = layer.Declaration.Pool!.Axes > 0 && AxisOf(layer.Declaration) is { Size: 1, Stride: 1 };
        return isNothing ? new(LayerMap.Identity) { DoesNothing = true } : new(layer.Declaration.Pool.IsMaximum ? LayerMap.Nonlinear : LayerMap.Affine) { PoolsPositions = true };
    }

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        PoolType pool = layer.Declaration.Pool!;
        Window window = pool.Axes == 0 ? Window.Line(new(layer.Input.Positions, layer.Input.Positions, 0)) : WindowOf(pool.Axes, AxisOf(layer.Declaration)!);
        plan.Add(new PlannedPool(PlanBuilder.Place(layer, plan.NextNumber()), window, pool.IsMaximum));
    }

    private static Window WindowOf(int axes, WindowAxis axis) => axes == 1 ? Window.Line(axis) : Window.Square(axis);

    /// <summary>Either axis of the window; null where an argument is none.</summary>
    private static WindowAxis? AxisOf(LayerDeclaration layer)
    {
        double size = layer.Number("size", 0), stride = layer.Number("Stride", size), padding = layer.Number("Padding", 0);
        return size is >= 1 and <= int.MaxValue && stride is >= 1 and <= int.MaxValue && padding >= 0 && padding <= Math.Floor(size / 2)
            ? new((int)size, (int)stride, (int)padding)
            : null;
    }

    private static string TooLarge(int axes, WindowAxis axis, Shape input, string origin)
    {
        string size = axis.Size.ToString(CultureInfo.InvariantCulture), least = (axis.Size - (2 * axis.Padding)).ToString(CultureInfo.InvariantCulture);
        string window = axes == 1 ? size : $"{size}×{size}", cells = axes == 1 ? least : $"{least}×{least}";
        string padded = axis.Padding == 0 ? "" : $" with padding {axis.Padding.ToString(CultureInfo.InvariantCulture)}";
        return $"has a window of {window}{padded} and needs at least {cells} cells, but {origin} gives rows of shape {input}{(axes == 2 ? " (channels×height×width)" : "")}{ImageInput.IfSwapped(axes, input, axis.Size)}";
    }
}
