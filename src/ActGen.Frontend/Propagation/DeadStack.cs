using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>A part of a network that is simulated as a whole, rows in, rows out. Where positions become features, or one mean, rows are no longer what they were: the next part begins, with
/// rows of which the signal says how large they are and what they have in common.</summary>
/// <param name="First">Index of its first layer.</param>
internal sealed record DeadStack(int First)
{
    private readonly List<DeadStage> _stages = [];

    /// <summary>Its stages.</summary>
    public IReadOnlyList<DeadStage> Stages => _stages;

    /// <summary>The probability that one row ends in it.</summary>
    public double Bound => 1 - _stages.Aggregate(1.0, static (alive, stage) => alive * (1 - stage.Bound));

    /// <summary>The parts of a network; null where it has a layer that cannot be simulated.</summary>
    /// <param name="layers">From input to output.</param>
    /// <param name="bounds">For each layer the probability that a row ends there.</param>
    public static IReadOnlyList<DeadStack>? Of(IReadOnlyList<PlannedLayer> layers, IReadOnlyList<double> bounds)
    {
        var stacks = new List<DeadStack> { new(0) };
        for (int i = 0; i < layers.Count; i++)
        {
            if (!stacks[stacks.Count - 1].Add(layers[i], bounds[i]))
                return null;
            if (MixesPositions(layers[i]))
                stacks.Add(new(i + 1));
        }
        return stacks;
    }

    /// <summary>Whether positions become features, features positions, or all positions one.</summary>
    public static bool MixesPositions(PlannedLayer layer) => layer is PlannedPermutation
        || (layer is PlannedReshape && layer.Input.Features != layer.Output.Features)
        || (layer is PlannedPool && layer.Input.Positions > 1 && layer.Output.Positions == 1);

    private bool Add(PlannedLayer layer, double bound)
    {
        switch (layer)
        {
            case PlannedProduct { Weights.Distribution: not InitialDistribution.Identity } product:
                _stages.Add(new(product, product.Input.Features));
                return true;
            case PlannedActivation activation:
                if (_stages.Count == 0 || _stages[_stages.Count - 1].IsActivated)
                    _stages.Add(new(null, activation.Input.Features));
                _stages[_stages.Count - 1].Apply(activation, bound);
                return true;
            // Dropout leaves other units another time: it kills no network. Of a window some value lives where any does.
            default:
                return layer is PlannedDropout or PlannedReshape or PlannedPermutation or PlannedTransposition or PlannedPool;
        }
    }
}
