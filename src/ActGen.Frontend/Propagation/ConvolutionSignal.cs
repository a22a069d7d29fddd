using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x ∗ W + b: as a dense layer whose inputs are the taps (Xiao et al. 2018, "Dynamical Isometry and a Mean Field Theory of CNNs"). Of the taps at the edge of a padded image some read zeros; on the way
/// back a cell gets a gradient from each position that reads it.</summary>
internal static class ConvolutionSignal
{
    public static SignalTransfer Transfer(PlannedConvolution layer, Signal input)
    {
        int filters = layer.Output.Features, steps = layer.Weights.Length / filters;
        double taps = (double)layer.Rows.Kernel * layer.Columns.Kernel, read = (double)layer.Rows.TapsInside * layer.Columns.TapsInside;
        double inside = read / (taps * layer.Output.Positions), readers = filters / layer.Groups * read / layer.Input.Positions;
        double variance = InitialVariance.Of(layer.Weights), bias = layer.Bias is { } tensor ? InitialVariance.Of(tensor) : 0;
        double weighted = steps * inside * variance * input.MeanSquare, sum = weighted + bias, share = sum > 0 ? weighted / sum : 0;
        return new(
            Signal.Normal(sum, share * share * input.RowScatter(steps)),
            gradient => gradient.BeforeSum(
                Signal.Normal(readers * variance * gradient.Mean.MeanSquare, gradient.Mean.RowScatter(Math.Max(1, (int)readers))),
                readers * variance,
                share,
                input.UnitSpread / steps));
    }
}
