using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x·mask/(1 − rate) while training: E y² = (1 − rate)·E x²/(1 − rate)², forward and backward.</summary>
internal static class DropoutSignal
{
    public static SignalTransfer Transfer(PlannedDropout layer, Signal input)
    {
        double kept = 1 - layer.Rate;
        // Nothing gets through a rate of 1.
        return kept > 0
            ? new(
                input with { MeanSquare = Quadrature.RoundToSixDigits(input.MeanSquare / kept), UnitSpread = Thin(input.UnitSpread), Common = kept * input.Common },
                gradient => gradient.Times(1 / kept, unitSpread: Thin(gradient.Mean.UnitSpread), common: kept * gradient.Mean.Common))
            : new(default, static _ => default);

        double Thin(double unitSpread) => ((unitSpread + 1) / kept) - 1;
    }
}
