using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x·W + b. Sums over many units are normal and forget what the units were (Poole et al. 2016, Schoenholz et al. 2017).</summary>
internal static class DenseSignal
{
    public static SignalTransfer Transfer(PlannedDense layer, Signal input)
    {
        int inputs = layer.Weights.Dimensions[0], units = layer.Weights.Dimensions[1];
        double variance = InitialVariance.Of(layer.Weights), bias = layer.Bias is { } tensor ? InitialVariance.Of(tensor) : 0;
        double weighted = inputs * variance * input.MeanSquare, sum = weighted + bias;
        double share = sum > 0 ? weighted / sum : 0;
        return new(
            // A bias is the same everywhere.
            Signal.Normal(sum, share * share * input.RowScatter(inputs, layer.Input.Positions)) with { Common = (share * input.Common) + (1 - share) },
            gradient => gradient.BeforeSum(
                Signal.Normal(units * variance * gradient.Mean.MeanSquare, gradient.Mean.RowScatter(units, layer.Input.Positions)) with { Common = gradient.Mean.Common },
                units * variance,
                share,
                input.RowSpread(inputs, layer.Input.Positions)));
    }
}
