namespace ActGen.Gallery.Drawing;

/// <summary>Round numbers for an axis: 1, 2 or 5 times a power of ten apart.</summary>
internal static class Ticks
{
    /// <param name="low">One end.</param>
    /// <param name="high">The other end.</param>
    /// <param name="most">Not more ticks than this.</param>
    public static IEnumerable<double> Between(double low, double high, int most)
    {
        double step = Step((high - low) / most);
        for (long i = (long)Math.Ceiling(low / step); i * step <= high; i++)
            yield return i * step;
    }

    private static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * new[] { 1, 2, 5, 10 }.First(digit => digit * power >= atLeast * 0.999);
    }
}
