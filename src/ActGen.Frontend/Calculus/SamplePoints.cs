namespace ActGen.Frontend.Calculus;

/// <summary>Where formulas are tried: a dense grid where they curve, every binade of float beyond, zero and the infinities.</summary>
internal static class SamplePoints
{
    /// <summary>Floats: ±2ᵏ for all k, four to a binade between 2⁻⁸ and 2⁸, steps of 1⁄8 within ±16, and ±∞.</summary>
    public static double[] All { get; } = [double.NegativeInfinity, .. Grid().Distinct().OrderBy(x => x), double.PositiveInfinity];

    /// <summary>From 8 as far as float reaches, finely where exponentials die out, and infinity: where limits are tried.</summary>
    public static double[] Outward { get; } =
    [
        .. Enumerable.Range(0, 36).Select(i => Power(3 + (i / 4)) * (1 + (i % 4 / 4.0))),
        .. Enumerable.Range(3, 29).Select(k => Power(4 * k)),
        float.MaxValue,
        double.PositiveInfinity,
    ];

    private static double[] ManyValues { get; } = [-10, -1, -0.25, 0, 0.01f, 0.25, 0.5, 1, 2, 10];

    private static double[] FewValues { get; } = [-1, 0, 0.5, 2];

    /// <summary>Tuples that stand for all values of <paramref name="count"/> parameters.</summary>
    /// <param name="count">Number of parameters.</param>
    /// <param name="onlySigns">Fewer values, where sign and order of magnitude are what matters.</param>
    public static IEnumerable<double[]> OfParameters(int count, bool onlySigns = false)
    {
        double[] values = count < 2 && !onlySigns ? ManyValues : FewValues;
        // Beyond two parameters all take the same value: tuples would multiply.
        int tuples = count > 2 ? values.Length : (int)Math.Pow(values.Length, count);
        for (int code = 0; code < tuples; code++)
        {
            double[] tuple = new double[count];
            for (int i = 0, rest = code; i < count; i++, rest /= count > 2 ? 1 : values.Length)
                tuple[i] = values[rest % values.Length];
            yield return tuple;
        }
    }

    public static double Power(int k)
    {
        double power = 1;
        for (int i = 0; i < Math.Abs(k); i++)
            power *= k > 0 ? 2 : 0.5;
        return power;
    }

    private static IEnumerable<double> Grid()
    {
        for (int i = -128; i <= 128; i++)
            yield return i / 8.0;
        for (int k = -149; k <= 127; k++)
        {
            bool isNear = k is >= -8 and <= 8;
            for (int quarter = 0; quarter < (isNear ? 4 : 1); quarter++)
            {
                double x = (float)((1 + (quarter / 4.0)) * Power(k));
                yield return x;
                yield return -x;
            }
        }
    }
}
