using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The chance that a new network is born dead: that for every input some layer has derivative 0 in all its units, so that no gradient
/// passes and training cannot begin. Lu et al. 2019, "Dying ReLU and Initialization", bound it by 1 − ∏(1 − p^N), p the share of inputs for
/// which a unit's derivative is 0. That is right for one input and far above the truth where inputs differ; so narrow stacks are tried out
/// (<see cref="DeadSimulation"/>) with so many operations as any network is worth, and where a stack is deeper the last layers go on as those before. A filter is dead only where it is for
/// each of the taps through which a position may be the only one that it sees: as many units as taps, so that convolutions on two axes hardly ever die.</summary>
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
        double[] bounds = Bounds(layers, signals);
        if (1 - bounds.Aggregate(1.0, static (alive, bound) => alive * (1 - bound)) < Negligible)
            return 0;
        // What comes behind the last layer that can die decides nothing.
        int count = Array.FindLastIndex(bounds, static bound => bound > 0) + 1;
        return DeadStack.Of([.. layers.Take(count)], bounds)?.Where(static stack => stack.Bound > 0)
            .Aggregate(1.0, (alive, stack) => alive * (1 - new DeadSimulation(stack.Stages, signals[stack.First]).Run())) is { } alive
            ? 1 - alive
            : null;
    }

    private static double[] Bounds(IReadOnlyList<PlannedLayer> layers, IReadOnlyList<Signal> signals)
    {
        double[] bounds = new double[layers.Count];
        PlannedProduct? product = null;
        for (int i = 0; i < layers.Count; i++)
        {
            product = DeadStack.MixesPositions(layers[i]) ? null : layers[i] as PlannedProduct ?? product;
            if (layers[i] is PlannedActivation activation)
                bounds[i] = Bound(activation, signals[i], DeadStage.ReadersOf(product));
        }
        return bounds;
    }

    /// <summary>The probability that all units of a layer have derivative 0 for one input.</summary>
    private static double Bound(PlannedActivation activation, Signal input, int readers)
    {
        if (activation.Moments(input.MeanSquare, input.Mean).DeadShare is not (> 0 and var share))
            return 0;
        double bound = RealMath.Power(share, (long)activation.Output.Features * readers);
        return bound < NegligibleInLayer ? 0 : bound;
    }
}
