using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = f(x), x taken as normal with mean 0.</summary>
internal static class ElementwiseSignal
{
    public static SignalTransfer Transfer(PlannedActivation layer, Signal input)
    {
        FormulaMoments f = layer.Moments(input.MeanSquare);
        return new(
            new Signal(f.MeanSquare, f.Spread, f.Slope * f.Slope * input.Scatter),
            gradient => gradient.Through(
                input,
                At,
                ((gradient.Mean.UnitSpread + 1) * (f.DerivativeSpread + 1)) - 1,
                Signal.AddScatter(gradient.Mean.Scatter, f.DerivativeSlope, input.Scatter)));

        ScaleMoments At(double q)
        {
            FormulaMoments moments = layer.Moments(q);
            return new(moments.MeanSquare, moments.DerivativeMeanSquare);
        }
    }
}
