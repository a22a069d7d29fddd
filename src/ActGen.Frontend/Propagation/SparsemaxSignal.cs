using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Sparsemax over K independent normal logits; gradients taken as independent with mean 0.</summary>
internal static class SparsemaxSignal
{
    public static SignalTransfer Transfer(PlannedRowOperator layer, Signal input)
    {
        int classes = layer.Output.Features;
        if (!(input.MeanSquare >= 0) || double.IsInfinity(input.MeanSquare))
            return SignalTransfer.Unknown;
        SparsemaxMoments y = SparsemaxMoments.Of(input.MeanSquare, classes);
        double spread = classes * Math.Max((y.SquaresSquared / y.Squares / y.Squares) - 1, 0);
        // dx = g − mean over the support, 0 elsewhere: E Σdx² = (E|S| − 1)·E g².
        double passed = (y.Support - 1) / classes;
        return new(
            new Signal(Quadrature.RoundToSixDigits(y.Squares / classes), spread, y.Slope * y.Slope * input.Scatter),
            gradient => passed > 0 ? gradient.Times(passed, y.Slope, ((gradient.Mean.UnitSpread + 1) / passed) - 1) : default);
    }
}
