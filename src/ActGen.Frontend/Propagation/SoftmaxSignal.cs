using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Softmax and its logarithm over K independent normal logits; gradients taken as independent with mean 0, as those of a loss
/// on random targets are in expectation.</summary>
internal static class SoftmaxSignal
{
    public static SignalTransfer Probabilities(PlannedRowOperator layer, Signal input)
    {
        int classes = layer.Output.Features;
        SoftmaxMoments y = SoftmaxMoments.Of(input.MeanSquare, classes);
        return new(
            new Signal(
                Quadrature.RoundToSixDigits(y.Squares / classes),
                // So that κ/K is the relative variance of Σy².
                classes * Math.Max((y.SquaresSquared / y.Squares / y.Squares) - 1, 0),
                y.Slope * y.Slope * input.Scatter),
            // dx = y(g − ⟨g, y⟩): E dx² = E y²(1 − 2y + Σy²)·E g².
            gradient => gradient.Times(Math.Max((y.Squares - (2 * y.Cubes) + y.SquaresSquared) / classes, 0), y.Slope));
    }

    public static SignalTransfer Logarithm(PlannedRowOperator layer, Signal input)
    {
        int classes = layer.Output.Features;
        SoftmaxMoments y = SoftmaxMoments.Of(input.MeanSquare, classes);
        double q = input.MeanSquare, mean = y.LogSumMean, square = y.LogSquare;
        double spread = square > 0 ? ((2 * q * q) + (4 * q * mean * mean)) / square / square : 0;
        double slope = square > 0 ? y.LogSlope : 0;
        return new(
            new Signal(Quadrature.RoundToSixDigits(square), spread, slope * slope * input.Scatter),
            // dx = g − softmax·Σg: E dx² = E(1 − 2y + Ky²)·E g².
            gradient => gradient.Times(Math.Max(1 - (2.0 / classes) + y.Squares, 0), slope));
    }
}
