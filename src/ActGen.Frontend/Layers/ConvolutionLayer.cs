using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>y = x ∗ W + b over the positions of a sequence or an image.</summary>
/// <param name="axes">1 or 2.</param>
internal sealed class ConvolutionLayer(int axes) : LayerType
{
    private const int Same = -1, MostPadding = 1024, MostTaps = 4096;

    // Kernels count cells in ints: the sum of two such places is one too.
    private const int MostReach = int.MaxValue / 2;

    public override Shape Understand(LayerDeclaration layer, Shape input) => axes == 1 ? input.AsChannels() : input;

    public override void Check(ArgumentChecks arguments)
    {
        LayerDeclaration layer = arguments.Layer;
        arguments.Require("filters", 0, filters => filters is >= 1 and <= int.MaxValue, "a convolution has at least one filter");
        foreach (string kernel in KernelArguments(layer))
            arguments.Require(kernel, 0, size => size is >= 1 and <= MostTaps, $"a kernel has 1 to {Words.Of(MostTaps)} cells along an axis");
        if (KernelOf(layer) is ({ } height, { } width) && height * width > MostTaps)
            arguments.Report(KernelArguments(layer)[0], Words.Of(layer.Number(KernelArguments(layer)[0], 0)), $"a kernel has at most {Words.Of(MostTaps)} cells");
        arguments.Require("Stride", 1, stride => stride is >= 1 and <= int.MaxValue, "the kernel moves by at least one cell");
        arguments.Require("Padding", 0, padding => padding is >= Same and <= MostPadding, $"it is 0 to {Words.Of(MostPadding)} cells on each side, or Padding.Same");
        if (layer.Number("Padding", 0) == Same && layer.Number("Stride", 1) > 1)
            arguments.Report("Padding", "Padding.Same", "with a stride above 1 no padding leaves the image its size: write the cells");
        arguments.Require("Dilation", 1, dilation => dilation is >= 1 and <= int.MaxValue, "taps are at least one cell apart");
        arguments.Require("Groups", 1, groups => groups is >= 1 and <= int.MaxValue, "there is at least one group");
        if (Count(layer, "Groups") is { } parts && layer.Units is { } units && units % parts != 0)
            arguments.Report("Groups", Words.Of(parts), $"{Words.Of(units)} filters are no multiple of it");
        ProductLayer.CheckStart(arguments);
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        if (ImageInput.Fault(axes, input, origin) is { } fault)
            return Misfit(fault);
        if (layer.Units is not { } filters || Count(layer, "Groups") is not { } groups || WindowOf(layer) is not { } window)
            return (Shape.Unknown, null);
        if (input.Features % groups != 0)
            return Misfit($"cuts the channels into {Words.Of(groups)} groups, but {origin} gives rows of shape {input}, and {Words.Of(input.Features)} is no multiple of {Words.Of(groups)}");
        Shape output = IsSame(layer) ? input.WithFeatures(filters) : window.Over(input, filters);
        (int height, int width) = Window.Extent(input);
        if (!output.IsKnown)
            return Misfit(axes == 1
                ? $"needs a length of at least {Extent(window.Horizontal)}, but {origin} gives {width} (shape {input}){ImageInput.IfSwapped(axes, input, window.Horizontal.Size)}"
                : $"needs images of at least {Extent(window.Vertical)}×{Extent(window.Horizontal)}, but {origin} gives {height}×{width} (shape {input})");
        output = axes == 1 ? output.AsChannels() : output;
        (ConvolutionAxis rows, ConvolutionAxis columns) = Axes(layer, input, output, window);
        // Filters that are too many by themselves are told so.
        if (output.Size > int.MaxValue || ParameterCount(layer, input) > int.MaxValue)
            return (output, null);
        if (PlannedConvolution.IsDepthwiseOf(groups, input.Features, filters))
        {
            long reach = Math.Max(rows.Padded, columns.Padded);
            return reach <= MostReach ? (output, null) : Misfit($"would read {Words.Of(reach)} cells in a line, those beside the image included, and {Words.Of(MostReach)} is the most");
        }
        double padded = Math.Max(
            rows.Pads || columns.Pads ? (double)rows.Padded * columns.Padded * input.Features : 0,
            rows.PadsGradient || columns.PadsGradient ? (double)rows.PaddedGradient * columns.PaddedGradient * filters : 0);
        return padded <= int.MaxValue ? (output, null) : Misfit($"would read padded images of {Words.Count(padded)} values, and {Words.Of(int.MaxValue)} is the most");

        static string Extent(WindowAxis axis) => Words.Of(Math.Max(1, axis.Extent - (2L * axis.Padding)));
    }

    public override long? ParameterCount(LayerDeclaration layer, Shape input) =>
        layer.Units is { } filters && FanIn(layer, input) is { } inputs ? (filters * inputs) + (layer.Flag("Bias", true) ? filters : 0) : null;

    public override LayerFacts Facts(LayerAnalysis layer) =>
        new(LayerMap.Weighted) { Start = ProductLayer.StartOf(layer.Declaration), FanIn = FanIn(layer.Declaration, layer.Input) ?? 0, HasBias = layer.Declaration.Flag("Bias", true), IsShared = true };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerDeclaration declaration = layer.Declaration;
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        int filters = layer.Output.Features, groups = Count(declaration, "Groups")!.Value, channels = layer.Input.Features / groups;
        Window window = WindowOf(declaration)!;
        (ConvolutionAxis rows, ConvolutionAxis columns) = Axes(declaration, layer.Input, layer.Output, window);
        int taps = (int)window.Cells, inputs = channels * taps;
        EquatableArray<int> dimensions = axes == 1 ? [columns.Kernel, channels, filters] : [rows.Kernel, columns.Kernel, channels, filters];
        // As torch.nn.init has them: fan_out counts the filters of all groups.
        (Initialization weights, Initialization? bias) = ProductLayer.Start(declaration, inputs, filters * taps, next, plan);
        plan.Add(new PlannedConvolution(
            place,
            plan.Tensor($"layer{place.Number}.weight", dimensions, TensorKind.Weight, weights),
            bias is null ? null : plan.Tensor($"layer{place.Number}.bias", [filters], TensorKind.Bias, bias),
            rows, columns, groups));
    }

    /// <summary>Inputs of each filter; null where arguments are senseless.</summary>
    private long? FanIn(LayerDeclaration layer, Shape input) =>
        input.IsKnown && Count(layer, "Groups") is { } groups && KernelOf(layer) is ({ } height, { } width) ? (long)(input.Features / groups) * height * width : null;

    private static bool IsSame(LayerDeclaration layer) => layer.Number("Padding", 0) == Same;

    /// <summary>An argument that counts something; null where it is senseless.</summary>
    private static int? Count(LayerDeclaration layer, string argument) => layer.Number(argument, 1) is >= 1 and <= int.MaxValue and double count ? (int)count : null;

    private static string[] KernelArguments(LayerDeclaration layer) => layer.Find("kernelHeight") is null ? ["kernel"] : ["kernelHeight", "kernelWidth"];

    /// <summary>Rows and columns of the kernel; null where they are senseless.</summary>
    private (int? Height, int? Width) KernelOf(LayerDeclaration layer)
    {
        string[] arguments = KernelArguments(layer);
        int?[] sizes = [.. arguments.Select(argument => layer.Number(argument, 0) is >= 1 and <= MostTaps and double size ? (int)size : (int?)null)];
        return axes == 1 ? (1, sizes[0]) : (sizes[0], sizes[sizes.Length - 1]);
    }

    /// <summary>The kernel as a window; null where an argument is senseless.</summary>
    private Window? WindowOf(LayerDeclaration layer)
    {
        if (KernelOf(layer) is not ({ } height, { } width) || Count(layer, "Stride") is not { } stride || Count(layer, "Dilation") is not { } dilation || layer.Number("Padding", 0) is not (>= Same and <= MostPadding and double padding))
            return null;
        int cells = (int)Math.Max(0, padding);
        return new(axes == 1 ? WindowAxis.None : new(height, stride, cells, dilation), new(width, stride, cells, dilation));
    }

    private static (ConvolutionAxis Rows, ConvolutionAxis Columns) Axes(LayerDeclaration layer, Shape input, Shape output, Window window)
    {
        (int height, int width) = Window.Extent(input);
        (int rows, int columns) = Window.Extent(output);
        return (Axis(window.Vertical, height, rows), Axis(window.Horizontal, width, columns));

        // Half of what the kernel takes is put back before the image, the rest behind it.
        ConvolutionAxis Axis(WindowAxis axis, int cells, int positions) =>
            new(cells, positions, axis.Size, axis.Stride, IsSame(layer) ? (int)Math.Min((axis.Extent - 1) / 2, int.MaxValue) : axis.Padding, axis.Dilation);
    }
}
