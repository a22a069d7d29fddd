using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = (x − m)/√(v + ε)·γ + β, γ = 1 and β = 0 in a new network: whatever the scale of x, that of y is 1, in every row and every network; and a gradient is divided by the scale of x − m.</summary>
internal static class NormalizationSignal
{
    public static SignalTransfer Transfer(PlannedNormalization layer, Signal input)
    {
        double lost = InMean(layer, input), left = 1 - lost;
        return new(
            // No row differs from the next one in its mean square.
            new Signal(Quadrature.RoundToSixDigits(Normalized(input.MeanSquare)), 0, 0) { Mean = Centers(layer) ? 0 : input.Mean / Math.Sqrt(input.MeanSquare), Common = left > 0 ? Math.Max(CommonLeft(layer, input, lost) / left, 0) : 0 },
            gradient => gradient.Through(
                input,
                q => new(Normalized(q), Math.Max(0, 1 - OfGradient(layer, gradient.Mean.Common)) / ((q * left) + layer.Epsilon)),
                gradient.Mean.UnitSpread,
                Signal.AddScatter(gradient.Mean.Scatter, -1, input.Scatter)));

        // Also where nobody knows the scale that comes in.
        double Normalized(double q) => left > 0 && (double.IsNaN(q) || double.IsInfinity(q)) ? 1 : q * left / ((q * left) + layer.Epsilon);
    }

    private static bool Centers(PlannedNormalization layer) => layer is not PlannedRowNormalization { Centers: false };

    /// <summary>The share of q that is the square of the mean m: over the batch what a feature has in common everywhere, over features what they have in common.</summary>
    private static double InMean(PlannedNormalization layer, Signal input)
    {
        double ofMean = input.MeanSquare > 0 ? input.Mean * input.Mean / input.MeanSquare : 0;
        return layer switch
        {
            PlannedRowNormalization row => row.Centers ? ofMean + ((1 - ofMean) / row.Input.Features) : 0,
            PlannedGroupNorm grouped => ofMean + ((Shared(input.Common, grouped.Input.Positions) - ofMean) / (grouped.Input.Features / grouped.Groups)),
            _ => input.Common,
        };
    }

    /// <summary>What two places still have in common, as a share of q before.</summary>
    private static double CommonLeft(PlannedNormalization layer, Signal input, double lost) => layer switch
    {
        // Each place loses a mean of its own.
        PlannedRowNormalization row => row.Centers ? (input.Common - (input.Mean * input.Mean / input.MeanSquare)) * (1 - (1.0 / row.Input.Features)) : input.Common,
        _ => input.Common - lost,
    };

    /// <summary>The share of a gradient by x that is normalised away, its mean and its part along the scale: of a batch too little to count.</summary>
    private static double OfGradient(PlannedNormalization layer, double common) => layer switch
    {
        PlannedRowNormalization row => Math.Min(1, (row.Centers ? 2.0 : 1) / row.Input.Features),
        PlannedGroupNorm grouped => Math.Min(1, (Shared(common, grouped.Input.Positions) + (1.0 / grouped.Input.Positions)) / (grouped.Input.Features / grouped.Groups)),
        _ => 0,
    };

    /// <summary>The mean square of the mean over positions of values with mean square 1.</summary>
    private static double Shared(double common, int positions) => common + ((1 - common) / positions);
}
