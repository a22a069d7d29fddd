using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = f(x), x taken as normal, around its mean where it has one.</summary>
internal static class ElementwiseSignal
{
    public static SignalTransfer Transfer(PlannedActivation layer, Signal input)
    {
        FormulaMoments f = layer.Moments(input.MeanSquare, input.Mean);
        double slope = input.Mean == 0 ? f.Slope : SlopeAround(input, MomentsAt);
        return new(
            new Signal(f.MeanSquare, f.Spread, slope * slope * input.Scatter)
            {
                Mean = f.Mean,
                Common = PairedMoments.Common(layer, input, f),
                SharedSpread = Math.Min(SpreadOf(PairedMoments.OfSquares(layer, input, isDerivative: false), slope), f.Spread),
            },
            gradient => gradient.Through(
                input,
                q => At(q, gradient.Choice ?? 1),
                ((gradient.Mean.UnitSpread + 1) * (f.DerivativeSpread + 1)) - 1,
                Signal.AddScatter(gradient.Mean.Scatter, f.DerivativeSlope, input.Scatter),
                PairedMoments.CommonGradient(layer, input, gradient.Mean.Common),
                ((gradient.Mean.SharedSpread + 1) * (1 + SpreadOf(PairedMoments.OfSquares(layer, input, isDerivative: true), f.DerivativeSlope))) - 1));

        // What features have in common, and what makes some of them larger than others.
        double SpreadOf(double paired, double power) => paired - 1 + (power * power * Math.Max(input.SharedSpread - (2 * input.Common * input.Common), 0));

        FormulaMoments MomentsAt(double q) => layer.Moments(q, input.Mean == 0 ? 0 : Quadrature.RoundToSixDigits(input.Mean * Math.Sqrt(q / input.MeanSquare)));

        ScaleMoments At(double q, double choice)
        {
            FormulaMoments moments = MomentsAt(q);
            return new(moments.MeanSquare, choice * moments.DerivativeMeanSquare);
        }
    }

    /// <summary>d ln E f² / d ln q where mean and deviation change together.</summary>
    private static double SlopeAround(Signal input, Func<double, FormulaMoments> at)
    {
        const double step = 1.05;
        double slope = RealMath.Log(at(input.MeanSquare * step).MeanSquare / at(input.MeanSquare).MeanSquare) / RealMath.Log(step);
        return RealMath.IsFinite(slope) ? slope : 0;
    }
}
