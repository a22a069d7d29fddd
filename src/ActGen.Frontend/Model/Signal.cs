using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Model;

/// <summary>What is known of the values between two layers of a new network, over its random weights and normal inputs; or of the
/// loss's gradient by these values, relative to its mean square at the network's output.</summary>
/// <param name="MeanSquare">q, the mean included; NaN when it cannot be predicted.</param>
/// <param name="UnitSpread">κ, the relative variance of one unit's square: 2 for normal values.</param>
/// <param name="Scatter">v, the variance of ln q from one network to the next.</param>
internal readonly record struct Signal(double MeanSquare, double UnitSpread, double Scatter)
{
    /// <summary>Of a row of normal values with a known mean square.</summary>
    public static Signal Normal(double meanSquare, double scatter = 0) => new(Quadrature.RoundToSixDigits(meanSquare), 2, scatter);

    /// <summary>The variance of ln(mean square) of a row of <paramref name="units"/> of these values.</summary>
    public double RowScatter(int units) => Scatter + (UnitSpread / units);

    /// <summary>The scatter of a gradient behind a derivative: what the scale of the signal does to f′ it does in every layer in the same
    /// direction, so that deviations add; to first order, and beyond a factor 4 nobody knows.</summary>
    /// <param name="gradient">v of the gradient.</param>
    /// <param name="slope">d ln E f′² / d ln q.</param>
    /// <param name="signal">v of the signal.</param>
    public static double AddScatter(double gradient, double slope, double signal)
    {
        if (slope != 0 && !Prediction.IsWithin(signal))
            return double.PositiveInfinity;
        double deviation = Math.Sqrt(gradient) + (Math.Abs(slope) * Math.Sqrt(signal));
        return deviation * deviation;
    }

    /// <summary>The root mean square and where 19 of 20 networks have it.</summary>
    /// <param name="units">Values in a row.</param>
    public Prediction Predict(int units)
    {
        double rms = Math.Sqrt(MeanSquare);
        // The mean of N squares of relative variance κ is nearly gamma distributed with shape N/κ: that matters for narrow rows,
        // whose logarithm is neither centred nor has variance κ/N (a single output: factor 0.06 to 4.8).
        (double shift, double variance) = GammaLogarithm.Moments(units / UnitSpread);
        double deviation = Math.Sqrt(Scatter + variance) / 2;
        return new(rms, rms * RealMath.Exp((shift / 2) - (2 * deviation)), rms * RealMath.Exp((shift / 2) + (2 * deviation)), deviation);
    }
}

/// <summary>A predicted root mean square.</summary>
/// <param name="Rms">Over many networks; NaN when it cannot be predicted.</param>
/// <param name="Low">Two deviations below.</param>
/// <param name="High">Two deviations above.</param>
/// <param name="Deviation">One standard deviation of ln rms.</param>
internal readonly record struct Prediction(double Rms, double Low, double High, double Deviation)
{
    private const double LargestFactor = 4;

    /// <summary>Whether one network's value says anything about the next one's: one deviation is at most a factor 4.</summary>
    public bool IsPredictable => Deviation <= RealMath.Log(LargestFactor);

    /// <summary>The same of a variance of ln(mean square), which is twice ln rms.</summary>
    public static bool IsWithin(double scatter) => Math.Sqrt(scatter) / 2 <= RealMath.Log(LargestFactor);
}
