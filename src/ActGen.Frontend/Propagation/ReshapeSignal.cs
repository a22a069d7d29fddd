using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The same values as other features of other positions.</summary>
internal static class ReshapeSignal
{
    /// <summary>What positions of a feature share is part of the spread of features that stand for them.</summary>
    public static Signal Of(PlannedLayer layer, Signal input) => layer.Input.Positions == layer.Output.Positions && layer is PlannedReshape
        ? input
        : input with { UnitSpread = layer.Input.Size * input.RowSpread(layer.Input.Features, layer.Input.Positions), SharedSpread = 0 };

    /// <summary>Of positions that were features nothing is known to be common.</summary>
    public static GradientSignal Back(PlannedLayer layer, GradientSignal gradient) => layer.Input.Positions == layer.Output.Positions && layer is PlannedReshape
        ? gradient
        : gradient with { Mean = gradient.Mean with { UnitSpread = layer.Output.Size * gradient.Mean.RowSpread(layer.Output.Features, layer.Output.Positions), SharedSpread = 0, Common = 0 } };
}
