using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x·mask/(1 − rate) while training: E y² = (1 − rate)·E x²/(1 − rate)², forward and backward.</summary>
internal static class DropoutSignal
{
    public static SignalTransfer Transfer(PlannedDropout layer, Signal input)
    {
        double kept = 1 - layer.Rate;
        return new(Thin(input), Thin);

        // Nothing gets through a rate of 1.
        Signal Thin(Signal signal) => kept > 0
            ? new(Quadrature.RoundToSixDigits(signal.MeanSquare / kept), ((signal.UnitSpread + 1) / kept) - 1, signal.Scatter)
            : default;
    }
}
