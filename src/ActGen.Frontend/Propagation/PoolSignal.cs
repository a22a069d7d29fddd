using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Windows of values that have something in common and are independent else, each distributed as the activation before them makes it, or normal.</summary>
internal static class PoolSignal
{
    public static SignalTransfer Transfer(PlannedPool layer, Signal input, SignalSource? source)
    {
        double q = source?.Input.MeanSquare ?? input.MeanSquare;
        if (!(q > 0) || double.IsInfinity(q))
            return SignalTransfer.Unknown;
        return layer.IsMaximum ? Largest(layer, input, WindowValues.Of(source?.Activation, source?.Input ?? input)) : Mean(layer, input);
    }

    /// <summary>Each gradient goes to one cell, and there to the slope of the largest of the values.</summary>
    private static SignalTransfer Largest(PlannedPool layer, Signal input, WindowValues values)
    {
        long cells = layer.Window.Cells;
        double mean = values.OfLargest(1, cells), square = values.OfLargest(2, cells), fourth = values.OfLargest(4, cells), share = Share(layer);
        double scale = input.MeanSquare / values.Moment(2);
        return new(
            new Signal(Quadrature.RoundToSixDigits(scale * square), (fourth / square / square) - 1, input.Scatter)
            {
                Mean = Quadrature.RoundToSixDigits(Math.Sqrt(scale) * mean),
                Common = values.PairOfLargest(cells) / square,
                SharedSpread = Math.Min(input.SharedSpread, (fourth / square / square) - 1),
            },
            gradient => gradient.Times(share, unitSpread: ((gradient.Mean.UnitSpread + 1) / Math.Min(share, 1)) - 1, common: Math.Min(share, 1) * gradient.Mean.Common) with
            {
                Choice = values.SlopeAtLargest(cells),
            });
    }

    /// <summary>What values have in common stays; the rest is divided by the cells. Each gradient is divided among them.</summary>
    private static SignalTransfer Mean(PlannedPool layer, Signal input)
    {
        long cells = layer.Window.Cells;
        double kept = input.Common + ((1 - input.Common) / cells), square = kept * input.MeanSquare, mean = input.Mean * input.Mean;
        return new(
            new Signal(Quadrature.RoundToSixDigits(square), Math.Max(SpreadOf(square - mean), input.SharedSpread), input.Scatter)
            {
                Mean = input.Mean,
                Common = input.Common / kept,
                SharedSpread = Math.Max(SpreadOf((input.Common * input.MeanSquare) - mean), input.SharedSpread),
            },
            gradient => gradient.Times(Share(layer) / cells, common: Spread(layer, gradient.Mean.Common), sharedSpread: SharedIn(layer, gradient.Mean)));

        // Var y² of a normal part with some variance around the mean.
        double SpreadOf(double variance) => ((2 * variance * variance) + (4 * mean * variance)) / (square * square) is > 0 and var spread ? spread : 0;
    }

    /// <summary>c of a gradient of which each cell of a window gets the same part.</summary>
    private static double Spread(PlannedPool layer, double common) =>
        layer.Input.Positions == 1 ? common : common + ((1 - common) * Math.Min((layer.Window.Cells - 1.0) / (layer.Input.Positions - 1), 1));

    /// <summary>κ that positions share where all cells of a window have the same gradient: so much that the row's mean square differs as it did.</summary>
    private static double SharedIn(PlannedPool layer, Signal gradient) => layer.Input.Positions == 1
        ? gradient.SharedSpread
        : Math.Max(((layer.Input.Positions * gradient.RowSpread(1, layer.Output.Positions)) - gradient.UnitSpread) / (layer.Input.Positions - 1), 0);

    /// <summary>Outputs for each input.</summary>
    private static double Share(PlannedPool layer) => (double)layer.Output.Positions / layer.Input.Positions;
}
