using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = f(x), x taken as normal with mean 0.</summary>
internal static class ElementwiseSignal
{
    public static SignalTransfer Transfer(PlannedActivation layer, Signal input)
    {
        FormulaMoments f = FormulaAnalysis.Of(layer.Formula).Moments(layer.Values, input.MeanSquare);
        return new(
            new Signal(f.MeanSquare, f.Spread, f.Slope * f.Slope * input.Scatter),
            gradient => new Signal(
                Quadrature.RoundToSixDigits(f.DerivativeMeanSquare * gradient.MeanSquare),
                ((gradient.UnitSpread + 1) * (f.DerivativeSpread + 1)) - 1,
                Sum(gradient.Scatter, f.DerivativeSlope * f.DerivativeSlope * input.Scatter)));
    }

    /// <summary>What the scale of the signal does to f′ it does in every layer in the same direction: deviations add.</summary>
    private static double Sum(double one, double other)
    {
        double deviation = Math.Sqrt(one) + Math.Sqrt(other);
        return deviation * deviation;
    }
}
