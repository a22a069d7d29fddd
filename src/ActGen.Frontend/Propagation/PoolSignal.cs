using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Windows of values taken as independent, each distributed as the activation before them makes it, or normal; gradients taken as independent with mean 0.</summary>
internal static class PoolSignal
{
    public static SignalTransfer Transfer(PlannedPool layer, Signal input, SignalSource? source)
    {
        double q = source?.Input.MeanSquare ?? input.MeanSquare;
        if (!(q > 0) || double.IsInfinity(q))
            return SignalTransfer.Unknown;
        ValueDistribution values = ValueDistribution.Of(source?.Activation, q);
        return layer.IsMaximum ? Largest(layer, input, values) : Mean(layer, input, values);
    }

    /// <summary>Each gradient goes to one cell.</summary>
    private static SignalTransfer Largest(PlannedPool layer, Signal input, ValueDistribution values)
    {
        long cells = layer.Window.Cells;
        double square = values.MomentOfLargest(2, cells), fourth = values.MomentOfLargest(4, cells), share = Share(layer);
        return new(
            new Signal(Quadrature.RoundToSixDigits(square / values.Moment(2) * input.MeanSquare), (fourth / square / square) - 1, input.Scatter),
            gradient => gradient.Times(share, unitSpread: ((gradient.Mean.UnitSpread + 1) / Math.Min(share, 1)) - 1));
    }

    /// <summary>What values have in common, their mean, stays; the rest is divided by the cells. Each gradient is divided among them.</summary>
    private static SignalTransfer Mean(PlannedPool layer, Signal input, ValueDistribution values)
    {
        long cells = layer.Window.Cells;
        double mean = values.Moment(1), common = mean * mean, variance = (values.Moment(2) - common) / cells, square = common + variance;
        double spread = ((2 * variance * variance) + (4 * common * variance)) / (square * square);
        return new(
            new Signal(Quadrature.RoundToSixDigits(square / values.Moment(2) * input.MeanSquare), spread, input.Scatter),
            gradient => gradient.Times(Share(layer) / cells));
    }

    /// <summary>Outputs for each input.</summary>
    private static double Share(PlannedPool layer) => (double)layer.Output.Positions / layer.Input.Positions;
}
