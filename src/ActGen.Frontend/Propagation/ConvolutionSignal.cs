using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x ∗ W + b: as a dense layer whose inputs are the taps (Xiao et al. 2018, "Dynamical Isometry and a Mean Field Theory of CNNs"). Of the taps at the edge of a padded image some read zeros; on the way
/// back a cell gets a gradient from each position that reads it.</summary>
internal static class ConvolutionSignal
{
    public static SignalTransfer Transfer(PlannedConvolution layer, Signal input)
    {
        int filters = layer.Output.Features, channels = layer.Input.Features, before = layer.Input.Positions, behind = layer.Output.Positions;
        double taps = (double)layer.Rows.Kernel * layer.Columns.Kernel, read = (double)layer.Rows.TapsInside * layer.Columns.TapsInside;
        // What two places have in common goes through the taps that both of them have.
        double pairs = layer.Rows.TapPairsInside * layer.Columns.TapPairsInside / read;
        double steps = channels / layer.Groups * read / behind, readers = filters / layer.Groups * read / before;
        double variance = InitialVariance.Of(layer.Weights), bias = layer.Bias is { } tensor ? InitialVariance.Of(tensor) : 0;
        double weighted = steps * variance * input.MeanSquare, sum = weighted + bias, share = sum > 0 ? weighted / sum : 0;
        double common = (share * input.Common * pairs / behind) + (1 - share);
        return new(
            Sum(sum, common, steps, input.SharedSpread * layer.Groups / channels, share * share * input.RowScatter(channels, before)),
            gradient => gradient.BeforeSum(
                Sum(
                    readers * variance * gradient.Mean.MeanSquare,
                    gradient.Mean.Common * pairs / before,
                    readers,
                    gradient.Mean.SharedSpread * layer.Groups / filters,
                    gradient.Mean.RowScatter(filters, behind)),
                readers * variance,
                share,
                input.RowSpread(channels, before)));
    }

    /// <summary>Normal sums whose weights are the same at all positions.</summary>
    /// <param name="meanSquare">q.</param>
    /// <param name="common">c.</param>
    /// <param name="terms">Weights of a sum: few of them may all be large.</param>
    /// <param name="spread">Relative variance of the mean square of what a sum reads, from one to the other.</param>
    /// <param name="scatter">v.</param>
    private static Signal Sum(double meanSquare, double common, double terms, double spread, double scatter)
    {
        double shared = (common * common) + ((1 - (common * common)) / Math.Max(terms, 1));
        return new(Quadrature.RoundToSixDigits(meanSquare), (3 * (1 + spread)) - 1, scatter) { Common = common, SharedSpread = ((1 + (2 * shared)) * (1 + spread)) - 1 };
    }
}
