using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The chance that a new network is born dead: that for every input some layer has derivative 0 in all its units, so that no gradient
/// passes and training cannot begin. Lu et al. 2019, "Dying ReLU and Initialization", bound it by 1 − ∏(1 − p^N), p the share of inputs for
/// which a unit's derivative is 0. That is right for one input and far above the truth where inputs differ; so narrow stacks are tried out
/// (<see cref="DeadSimulation"/>) with so many operations as any network is worth, and where a stack is deeper the last layers go on as those before.</summary>
internal static class BornDead
{
    /// <summary>How far the estimate may be from the share of real networks; measured, docs/numerics.md.</summary>
    public const double Tolerance = 0.08;

    /// <summary>Where the bound is below it, the truth is far below.</summary>
    private const double Negligible = 0.05;

    /// <summary>Layers that die more rarely, of 17 ReLUs and more, do not count: a stack has at most 1000.</summary>
    private const double NegligibleInLayer = 1e-5;

    /// <summary>The estimated share; null where a layer cannot be simulated.</summary>
    /// <param name="layers">From input to output.</param>
    /// <param name="signals">The signal before each of them.</param>
    public static double? Probability(IReadOnlyList<PlannedLayer> layers, IReadOnlyList<Signal> signals)
    {
        double[] bounds = [.. layers.Select((layer, i) => Bound(layer, signals[i]))];
        if (1 - bounds.Aggregate(1.0, static (alive, bound) => alive * (1 - bound)) < Negligible)
            return 0;
        // What comes behind the last layer that can die decides nothing.
        int count = Array.FindLastIndex(bounds, static bound => bound > 0) + 1;
        return DeadStage.Of([.. layers.Take(count)], bounds) is { } stages
            ? new DeadSimulation(stages, layers[0].Input.Features, Math.Sqrt(signals[0].MeanSquare)).Run()
            : null;
    }

    /// <summary>The probability that all units of a layer have derivative 0 for one input.</summary>
    private static double Bound(PlannedLayer layer, Signal input)
    {
        if (layer is not PlannedActivation activation || activation.Moments(input.MeanSquare, input.Mean).DeadShare is not (> 0 and var share))
            return 0;
        double bound = share;
        for (int i = 1; i < activation.Output.Features && bound >= NegligibleInLayer; i++)
            bound *= share;
        return bound < NegligibleInLayer ? 0 : bound;
    }
}
