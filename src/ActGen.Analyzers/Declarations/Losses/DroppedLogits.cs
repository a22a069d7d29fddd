namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>What dropout of logits costs at least, on average over its masks. A dropped logit is 0, whatever the row; kept ones can become anything.</summary>
internal static class DroppedLogits
{
    /// <summary>The share of the loss below which no network comes.</summary>
    /// <param name="floor">The loss.</param>
    /// <param name="rate">Share that is dropped, between 0 and 1.</param>
    public static double OfEach(LossFloor floor, double rate) =>
        // σ(0) = ½ in both directions.
        rate * Math.Min(floor.At(0.5, isPositive: true), floor.At(0.5, isPositive: false));

    /// <summary>Where the right class is dropped and m others are, it gets at most 1/(1 + m); m is binomial.</summary>
    public static double OfClasses(LossFloor floor, double rate, int classes) => rate * Mean(classes - 1, rate, m => floor.At(1.0 / (1 + m)));

    /// <summary>E f(m) over a binomial distribution, from its largest term to both sides, as far as terms count.</summary>
    private static double Mean(int trials, double rate, Func<int, double> f)
    {
        int mode = Math.Min(trials, (int)((trials + 1.0) * rate));
        double odds = rate / (1 - rate), weights = 1, sum = f(mode), weight = 1;
        for (int m = mode; m < trials && weight > 1e-12; m++)
            Add(weight *= odds * (trials - m) / (m + 1), m + 1);
        weight = 1;
        for (int m = mode; m > 0 && weight > 1e-12; m--)
            Add(weight *= m / (odds * (trials - m + 1)), m - 1);
        return sum / weights;

        void Add(double term, int m)
        {
            weights += term;
            sum += term * f(m);
        }
    }
}
