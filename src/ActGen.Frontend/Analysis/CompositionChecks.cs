using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Whether blocks, residuals and variants are such (ACT0009).</summary>
internal static class CompositionChecks
{
    /// <summary>Reports why the class is not what it says.</summary>
    /// <returns>Whether there is a whole stack to check: from an input to an output.</returns>
    public static bool CheckClass(NetworkDeclaration declaration, ProblemCollection problems)
    {
        if (declaration.Fault is { } fault)
            Add(fault, ProblemSite.Head, problems);
        return declaration.Kind != DeclarationKind.Block && (declaration.Fault is null || declaration.Layers.Count > 0);
    }

    /// <summary>Reports a block that could not be put in its place, and a loss in a block.</summary>
    public static void CheckLayer(NetworkDeclaration declaration, int index, ProblemCollection problems)
    {
        LayerDeclaration layer = declaration.Layers[index];
        if (layer.Fault is { } fault)
            Add(fault with { Reason = $"[{layer.Name}]: {fault.Reason}" }, new(index), problems);
        if (layer.IsLoss && IsInBlock(declaration, layer))
            Add(new($"[{layer.Name}] stands in a block: a loss belongs to the network, as its last step"), new(index), problems);
    }

    /// <summary>Whether a layer stands in a class that is no network.</summary>
    public static bool IsInBlock(NetworkDeclaration declaration, LayerDeclaration layer) => layer.IsOfBlock || declaration.Kind == DeclarationKind.Block;

    /// <summary>The shape behind a residual sum; unknown, with a problem, where the two are not alike.</summary>
    /// <param name="declaration">The network.</param>
    /// <param name="index">The place of the sum.</param>
    /// <param name="branch">The shape at the beginning of the block.</param>
    /// <param name="output">The shape at its end.</param>
    /// <param name="problems">Where problems go.</param>
    public static Shape CheckSum(NetworkDeclaration declaration, int index, Shape branch, Shape output, ProblemCollection problems)
    {
        if (!branch.IsKnown || !output.IsKnown || branch == output)
            return output;
        string remedy = branch.Dimensions == output.Dimensions ? "let the block begin with a layer that reads them as its end does"
            : LastState(declaration, index) is { } recurrent && branch.Rank == output.Rank + 1 ? $"set ReturnSequences = true on its [{recurrent.Name}]{(branch.Last == output.Last ? "" : $", and let the block end with {branch.Last} features")}"
            : "let the block end with the shape that it gets";
        Add(new($"[{declaration.Layers[index].Name}] adds the input of its block, rows of shape {branch}{Axes(branch)}, to the output, rows of shape {output}{Axes(output)}: {remedy}"), new(index), problems);
        return Shape.Unknown;

        // Of two axes it must be told which is which.
        string Axes(Shape shape) => branch.Dimensions != output.Dimensions ? "" : shape.HasChannels ? " (channels, length)" : " (time, features)";
    }

    /// <summary>The last layer of the block that a sum ends which gives one state of a sequence; null for none.</summary>
    private static LayerDeclaration? LastState(NetworkDeclaration declaration, int sum)
    {
        int open = 1, index = sum;
        while (open > 0 && --index >= 0)
        {
            LayerDeclaration layer = declaration.Layers[index];
            open += layer.Kind == LayerKind.Sum ? 1 : layer.Kind == LayerKind.Branch ? -1 : 0;
            if (open == 1 && layer.Cell is not null && !layer.Flag("ReturnSequences", false))
                return layer;
        }
        return null;
    }

    private static void Add(Fault fault, ProblemSite site, ProblemCollection problems) =>
        problems.Add(new Problem(DeclarationDescriptors.Composition.Id, site, [fault.Reason]) { IsToldElsewhere = fault.IsToldElsewhere });
}
