namespace ActGen.Runtime.Tests.Losses;

/// <summary>The losses in double from their textbook definitions; gradients by differences of these.</summary>
internal static class LossDefinition
{
    public static double CrossEntropy(double[] logits, double[] target)
    {
        double max = logits.Max(), log = Math.Log(logits.Sum(x => Math.Exp(x - max)));
        return target.Zip(logits, (t, x) => t == 0 ? 0 : t * (log - (x - max))).Sum();
    }

    /// <summary>w·((1 − ε)·onehot + ε/K).</summary>
    public static double[] LabelTarget(int label, int classes, double smoothing, float[]? weights) =>
        [.. Enumerable.Range(0, classes).Select(c => (weights?[c] ?? 1.0) * (((1 - smoothing) * (c == label ? 1 : 0)) + (smoothing / classes)))];

    public static double LogisticError(double x, double t, double positiveWeight) =>
        (positiveWeight * t * Softplus(-x)) + ((1 - t) * Softplus(x));

    public static double BernoulliError(double x, double t) => -((t * Math.Max(Math.Log(x), -100)) + ((1 - t) * Math.Max(Math.Log(1 - x), -100)));

    public static double HuberError(double x, double t, double delta)
    {
        double d = Math.Abs(x - t);
        return d <= delta ? 0.5 * d * d : delta * (d - (0.5 * delta));
    }

    /// <summary>Fourth-order central difference.</summary>
    public static double Derivative(Func<double, double> f, double x, double step = 1e-3) =>
        (f(x - (2 * step)) - (8 * f(x - step)) + (8 * f(x + step)) - f(x + (2 * step))) / (12 * step);

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
