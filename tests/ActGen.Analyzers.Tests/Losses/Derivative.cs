namespace ActGen.Analyzers.Tests.Losses;

/// <summary>Slopes of a loss at its logits, by differences in double: the other way to the numbers in messages.</summary>
internal static class Derivative
{
    /// <summary>∂L/∂xᵢ.</summary>
    public static double Of(Func<double[], double> loss, double[] x, int i)
    {
        const double Step = 1e-5;
        double[] above = [.. x], below = [.. x];
        above[i] += Step;
        below[i] -= Step;
        return (loss(above) - loss(below)) / (2 * Step);
    }

    public static double[] Softmax(double[] x) => [.. x.Select(value => Math.Exp(value) / x.Sum(Math.Exp))];

    /// <summary>Logits that softmax makes <paramref name="right"/> of at 0, the rest equal.</summary>
    public static double[] Logits(int classes, double right) =>
        [Math.Log(right), .. Enumerable.Repeat(Math.Log((1 - right) / (classes - 1)), classes - 1)];
}
