using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = a·f(b), a and b taken as independent and b as normal with mean 0.</summary>
internal static class GateSignal
{
    public static SignalTransfer Transfer(PlannedGate layer, Signal input)
    {
        FormulaMoments f = layer.Activation.Moments(input.MeanSquare);
        double slope = 1 + f.Slope;
        return new(
            new Signal(Quadrature.RoundToSixDigits(input.MeanSquare * f.MeanSquare), Product(input.UnitSpread, f.Spread), slope * slope * input.Scatter),
            gradient => Backward(layer, f, input, gradient));
    }

    /// <summary>One half of the gradient is g·f(b), the other g·a·f′(b).</summary>
    private static GradientSignal Backward(PlannedGate layer, FormulaMoments f, Signal input, GradientSignal gradient)
    {
        double byValue = f.MeanSquare, byGate = input.MeanSquare * f.DerivativeMeanSquare, both = byValue + byGate;
        if (!(both > 0))
            return gradient.Times(both, slope: 0);
        double fourth = ((byValue * byValue * (f.Spread + 1)) + (byGate * byGate * (Product(input.UnitSpread, f.DerivativeSpread) + 1))) / 2;
        double slope = ((byValue * f.Slope) + (byGate * (1 + f.DerivativeSlope))) / both;
        return gradient.Through(
            input,
            q => At(layer.Activation.Moments(q), q),
            ((gradient.Mean.UnitSpread + 1) * fourth * 4 / (both * both)) - 1,
            Signal.AddScatter(gradient.Mean.Scatter, slope, input.Scatter));
    }

    private static ScaleMoments At(FormulaMoments f, double q) => new(q * f.MeanSquare, (f.MeanSquare + (q * f.DerivativeMeanSquare)) / 2);

    /// <summary>κ of a product of independent factors.</summary>
    private static double Product(double one, double other) => ((one + 1) * (other + 1)) - 1;
}
