using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = (x − m)/√(v + ε)·γ + β, γ = 1 and β = 0 in a new network: whatever the scale of x, that of y is 1, in every row and every network; and a gradient is divided by the scale of x.</summary>
internal static class NormalizationSignal
{
    public static SignalTransfer Transfer(PlannedNormalization layer, Signal input)
    {
        double left = 1 - Lost(layer, 1);
        return new(
            // No row differs from the next one in its mean square.
            new Signal(Quadrature.RoundToSixDigits(Normalized(input.MeanSquare)), 0, 0),
            gradient => gradient.Through(input, At, gradient.Mean.UnitSpread, Signal.AddScatter(gradient.Mean.Scatter, -1, input.Scatter)));

        // Also where nobody knows the scale that comes in.
        double Normalized(double q) => left > 0 && (double.IsNaN(q) || double.IsInfinity(q)) ? 1 : q * left / ((q * left) + layer.Epsilon);

        // What is normalised away, the mean and the scale, has no gradient.
        ScaleMoments At(double q) => new(Normalized(q), Math.Max(0, 1 - Lost(layer, 2)) / ((q * left) + layer.Epsilon));
    }

    /// <summary>The share of the directions of x that are normalised away: of a batch too few to count.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="directions">1 for the mean alone, 2 for mean and scale.</param>
    private static double Lost(PlannedNormalization layer, int directions) => layer switch
    {
        PlannedRowNormalization row => Math.Min(1, (directions - (row.Centers ? 0.0 : 1)) / row.Input.Features),
        PlannedGroupNorm grouped => Math.Min(1, directions / (double)(grouped.Input.Size / grouped.Groups)),
        _ => 0,
    };
}
