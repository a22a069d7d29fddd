using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Model;

/// <summary>What is known of the values between two layers of a new network, over its random weights and normal inputs; or of the
/// loss's gradient by these values, relative to its mean square at the network's output.</summary>
/// <param name="MeanSquare">q, the mean included; NaN when it cannot be predicted.</param>
/// <param name="UnitSpread">κ, the relative variance of one unit's square: 2 for normal values.</param>
/// <param name="Scatter">v, the variance of ln q from one network to the next.</param>
internal readonly record struct Signal(double MeanSquare, double UnitSpread, double Scatter)
{
    /// <summary>μ, the mean: 0 behind a product, whose weights have no sign that they prefer.</summary>
    public double Mean { get; init; }

    /// <summary>c = E x·x′/q of the same feature at two places, two positions of an image or two rows: what it has in common everywhere. Of a gradient: at two positions.</summary>
    public double Common { get; init; }

    /// <summary>The part of κ that all positions of a feature share: what a large filter makes large it does everywhere.</summary>
    public double SharedSpread { get; init; }

    /// <summary>The variance around the mean.</summary>
    public double Variance => MeanSquare - (Mean * Mean);

    /// <summary>The correlation of what is left of a feature at two places without the mean.</summary>
    public double Correlation => Variance > 0 && Common * MeanSquare > Mean * Mean ? Math.Min(((Common * MeanSquare) - (Mean * Mean)) / Variance, 1) : 0;

    /// <summary>Of a row of normal values with a known mean square.</summary>
    public static Signal Normal(double meanSquare, double scatter = 0) => new(Quadrature.RoundToSixDigits(meanSquare), 2, scatter);

    /// <summary>The relative variance of the mean square of a row of these values in one network.</summary>
    /// <param name="features">Features of a position.</param>
    /// <param name="positions">Positions of a row.</param>
    public double RowSpread(int features, int positions = 1) => (SharedSpread + ((UnitSpread - SharedSpread) / positions)) / features;

    /// <summary>The variance of ln(mean square) of a row of these values.</summary>
    /// <param name="features">Features of a position.</param>
    /// <param name="positions">Positions of a row.</param>
    public double RowScatter(int features, int positions = 1) => Scatter + RowSpread(features, positions);

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
    /// <param name="features">Features of a position.</param>
    /// <param name="positions">Positions of a row.</param>
    public Prediction Predict(int features, int positions = 1)
    {
        double rms = Math.Sqrt(MeanSquare);
        // The mean of N squares of relative variance κ is nearly gamma distributed with shape N/κ: that matters for narrow rows,
        // whose logarithm is neither centred nor has variance κ/N (a single output: factor 0.06 to 4.8).
        (double shift, double variance) = GammaLogarithm.Moments(1 / RowSpread(features, positions));
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
