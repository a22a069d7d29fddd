using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>The axes in another order. Where memory has the values in that order already, none of them moves.</summary>
internal sealed class PermuteLayer : LayerType
{
    /// <summary>Axes among which values can be moved.</summary>
    private const int MostAxes = 3;

    public override bool Computes => false;

    /// <summary>Channels that go to the end are there already.</summary>
    public override LayerReads Reads(LayerDeclaration layer) => MovesFirstToEnd(Axes(layer)) ? LayerReads.Features : LayerReads.Declared;

    public override void Check(ArgumentChecks arguments)
    {
        EquatableArray<double> axes = arguments.Layer.Numbers("axes");
        if (Axes(arguments.Layer).Count == 0)
            arguments.Report("axes", $"({string.Join(", ", axes.Select(axis => Words.Of((double?)axis)))})", "each axis of the input is named once, the first one is 1");
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        EquatableArray<int> axes = Axes(layer);
        return axes.Count == 0 ? (Shape.Unknown, null)
            : axes.Count != input.Rank ? Misfit($"orders {Words.Of((long)axes.Count)} axes, but {origin} gives rows of shape {input}")
            : axes.Count > MostAxes ? Misfit($"orders at most {MostAxes} axes, but {origin} gives rows of shape {input}")
            : (Shape.Of([.. axes.Select(axis => input.Dimensions[axis])]), null);
    }

    /// <summary>What a row of probabilities is along one axis it is not along another, and products along two axes are one affine map that no layer alone computes.</summary>
    public override LayerFacts Facts(LayerAnalysis layer) => IsOrdered(Axes(layer.Declaration)) ? new(LayerMap.Identity) { DoesNothing = true } : LayerFacts.Unknown;

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        EquatableArray<int> axes = Axes(layer.Declaration);
        LayerPlace place = PlanBuilder.Place(layer, plan.Number);
        // What is read by channels next: (time, features) as (channels, length), (height, width, channels) as an image.
        bool isReadByChannels = next is { Input.HasChannels: true } || layer.Output.IsChannelsFirst;
        if (IsOrdered(axes) || (MovesFirstToEnd(axes) && layer.Input.IsChannelsFirst))
            plan.Add(new PlannedReshape(place), isFeaturesLast: false);
        else if (isReadByChannels && MovesLastToFront(axes))
            plan.Add(new PlannedReshape(place with { Output = place.Output.AsChannels() }), isFeaturesLast: true);
        else
            plan.Add(new PlannedPermutation(place with { Number = plan.NextPermutation() }, axes));
    }

    /// <summary>For each axis of the output that of the input, from 0; none where the argument names none.</summary>
    private static EquatableArray<int> Axes(LayerDeclaration layer)
    {
        EquatableArray<double> axes = layer.Numbers("axes");
        return axes.Count > 0 && Enumerable.Range(1, axes.Count).All(axis => axes.Items.Contains(axis)) ? [.. axes.Select(axis => (int)axis - 1)] : [];
    }

    private static bool IsOrdered(EquatableArray<int> axes) => axes.Count > 0 && axes.Items.Select((axis, i) => axis == i).All(static isThere => isThere);

    private static bool MovesFirstToEnd(EquatableArray<int> axes) => axes.Count > 1 && axes.Items.Select((axis, i) => axis == (i + 1) % axes.Count).All(static moves => moves);

    private static bool MovesLastToFront(EquatableArray<int> axes) => axes.Count > 1 && axes.Items.Select((axis, i) => i == (axis + 1) % axes.Count).All(static moves => moves);
}
