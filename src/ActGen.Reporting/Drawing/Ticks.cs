namespace ActGen.Reporting.Drawing;

/// <summary>Round numbers for an axis: 1, 2 or 5 times a power of ten apart.</summary>
internal static class Ticks
{
    /// <param name="low">One end.</param>
    /// <param name="high">The other end.</param>
    /// <param name="most">About so many ticks.</param>
    /// <param name="smallest">The smallest distance: 1 where only whole numbers mean something.</param>
    public static IReadOnlyList<double> Between(double low, double high, int most, double smallest = 0)
    {
        double step = Math.Max(smallest, Step((high - low) / most));
        long first = (long)Math.Ceiling((low / step) - 1e-9), last = (long)Math.Floor((high / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)Math.Max(0, last - first + 1)).Select(i => (first + i) * step)];
    }

    private static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * new[] { 1, 2, 5, 10 }.First(digit => digit * power >= atLeast * 0.999);
    }
}
