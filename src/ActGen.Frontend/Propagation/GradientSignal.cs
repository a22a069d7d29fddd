using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The loss's gradient by the values between two layers. It is larger in networks whose signal, by chance, is large where f′ grows with
/// the scale of its input, and smaller elsewhere, layer after layer: its mean over networks is not the gradient at the predicted signal.</summary>
/// <param name="Mean">Over new networks; its mean square at the network's output is 1.</param>
/// <param name="AtPredicted">The mean square in a network whose signal here is the predicted one.</param>
/// <param name="Response">d ln(mean square) / d ln q, q the mean square of the signal here.</param>
internal readonly record struct GradientSignal(Signal Mean, double AtPredicted, double Response)
{
    /// <summary>Directly behind an activation whose values a layer chooses among: E f′² where it has chosen, relative to E f′² everywhere; null where nothing chooses.</summary>
    public double? Choice { get; init; }

    /// <summary>A gradient that does not depend on the signal.</summary>
    public static GradientSignal Of(Signal mean) => new(mean, mean.MeanSquare, 0);

    /// <summary>Behind a function that multiplies the gradient by the same factor in every network.</summary>
    /// <param name="factor">Of the mean square.</param>
    /// <param name="slope">d ln q / d ln q of the signal through it.</param>
    /// <param name="unitSpread">κ of the gradient there; null where it stays.</param>
    /// <param name="common">c of the gradient there; null where it stays.</param>
    /// <param name="sharedSpread">What positions share of κ; null where it stays.</param>
    public GradientSignal Times(double factor, double slope = 1, double? unitSpread = null, double? common = null, double? sharedSpread = null) => new(
        Mean with { MeanSquare = Quadrature.RoundToSixDigits(factor * Mean.MeanSquare), UnitSpread = unitSpread ?? Mean.UnitSpread, SharedSpread = Math.Min(sharedSpread ?? Mean.SharedSpread, unitSpread ?? Mean.UnitSpread), Common = common ?? Mean.Common },
        factor * AtPredicted,
        slope * Response);

    /// <summary>In front of x·W + b: what the sum over a finite row adds to ln q, a normal deviation that leaves the mean of q as it is, it adds to the gradient too.</summary>
    /// <param name="mean">The mean gradient there.</param>
    /// <param name="factor">From gradient to gradient.</param>
    /// <param name="share">Of the weighted sum in q; the rest is bias.</param>
    /// <param name="variance">Of ln q from one row of weights to the next.</param>
    public GradientSignal BeforeSum(Signal mean, double factor, double share, double variance)
    {
        double response = share * Response;
        double noise = response == 0 ? 1 : RealMath.Exp(((response * response) - response) * variance / 2);
        return new(mean, factor * noise * AtPredicted, response);
    }

    /// <summary>In front of a function whose derivative depends on the scale of its input: quadrature over the log-normal q.</summary>
    /// <param name="input">The signal there.</param>
    /// <param name="at">For a q: the mean square of the function's output, and the factor of the gradient's.</param>
    /// <param name="spread">κ of the gradient there.</param>
    /// <param name="scatter">v of the gradient there.</param>
    /// <param name="common">c of the gradient there; null where it stays.</param>
    /// <param name="sharedSpread">What positions share of <paramref name="spread"/>; null where it stays.</param>
    public GradientSignal Through(Signal input, Func<double, ScaleMoments> at, double spread, double scatter, double? common = null, double? sharedSpread = null)
    {
        ScaleMoments middle = at(input.MeanSquare);
        double mean = middle.Passed * Mean.MeanSquare, typical = middle.Passed * AtPredicted, response = 0;
        if (ScaleNodes.Around(input) is { } nodes)
        {
            double low = middle.Change(at(nodes.LowScale), Response), high = middle.Change(at(nodes.HighScale), Response);
            if (IsFinite(low) && IsFinite(high))
            {
                mean = typical * nodes.Mean(RealMath.Exp(low), 1, RealMath.Exp(high));
                typical *= RealMath.Exp(nodes.Mean(low, 0, high));
                response = nodes.Slope(low, high);
            }
        }
        return new(new Signal(Quadrature.RoundToSixDigits(mean), spread, scatter) { Common = common ?? Mean.Common, SharedSpread = Math.Min(sharedSpread ?? Mean.SharedSpread, spread) }, typical, response);
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
