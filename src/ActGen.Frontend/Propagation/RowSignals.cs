using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Functions of the last axis that choose among independent normal values.</summary>
internal static class RowSignals
{
    /// <summary>[x⁺, x⁻]: of each pair one is |x| and the other 0, so that a row has the sum of squares of its input, over twice the elements; and back one gradient of each pair.</summary>
    public static SignalTransfer CReLU(PlannedRowOperator layer, Signal input) =>
        new(new Signal(input.MeanSquare / 2, 2 * input.UnitSpread, input.Scatter) { Mean = RealMath.NormalPdf(0) * Math.Sqrt(input.MeanSquare), Common = 1 / Math.PI }, static gradient => gradient.Times(1));

    /// <summary>The largest of k, density kφΦᵏ⁻¹; its gradient goes to one of k.</summary>
    public static SignalTransfer Maxout(PlannedRowOperator layer, Signal input)
    {
        int pieces = layer.Input.Features / layer.Output.Features;
        double square = MomentOfLargest(2, pieces), fourth = MomentOfLargest(4, pieces);
        return new(
            new Signal(Quadrature.RoundToSixDigits(square * input.MeanSquare), (fourth / square / square) - 1, input.Scatter),
            gradient => gradient.Times(1.0 / pieces, unitSpread: pieces * gradient.Mean.UnitSpread));
    }

    /// <summary>∫ zⁿkφ(z)Φ(z)ᵏ⁻¹ dz by the trapezoid rule, which has all digits for an integrand that ends so softly.</summary>
    private static double MomentOfLargest(int n, int pieces)
    {
        const double step = 1.0 / 16, reach = 12;
        double sum = 0;
        for (double z = -reach; z <= reach; z += step)
            sum += RealMath.Power(z, n) * pieces * RealMath.NormalPdf(z) * RealMath.Power(RealMath.NormalCdf(z), pieces - 1);
        return sum * step;
    }
}
