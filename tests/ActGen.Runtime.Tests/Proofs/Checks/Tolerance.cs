namespace ActGen.Runtime.Tests.Proofs.Checks;

/// <summary>The promised closeness of gradients, as numerics.md defines it.</summary>
internal static class Tolerance
{
    /// <summary>Relative 10⁻⁶, absolute 10⁻⁸, and eight roundings of f itself, which matter only where f is above 10³: double against difference quotients.</summary>
    public static void AssertDifferences(Quotient expected, double actual, Func<string> what)
    {
        if (!(Math.Abs(expected.Slope - actual) <= 1e-8 + (1e-6 * Math.Abs(expected.Slope)) + (8 * expected.Rounding)))
            Assert.Fail($"{what()}: difference quotient {expected.Slope:R}, gradient {actual:R}");
    }

    /// <summary>Relative and absolute 10⁻¹⁰, scaled by the tensor: double against double, of which only roundings may differ.</summary>
    public static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Func<string> what) =>
        AssertScaled(expected, actual, 1e-10, 1e-12, what);

    /// <summary>max|g − g₆₄| ≤ <paramref name="relative"/>·rms of the tensor + <paramref name="absolute"/>.</summary>
    public static void AssertScaled(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double relative, double absolute, Func<string> what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double bound = (relative * RootMeanSquare(expected)) + absolute;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= bound))
                Assert.Fail($"{what()}[{i}]: expected {expected[i]:R}, actual {actual[i]:R}, difference {Math.Abs(expected[i] - actual[i]):G3}, allowed {bound:G3}");
        }
    }

    public static double RootMeanSquare(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return values.IsEmpty ? 0 : Math.Sqrt(sum / values.Length);
    }
}
