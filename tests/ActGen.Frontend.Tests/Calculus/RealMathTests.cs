using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>The compiler's own functions against the platform's, and against published values where it has none.</summary>
public class RealMathTests
{
    [Fact]
    public void Agrees_with_the_platform()
    {
        for (int i = -4000; i <= 4000; i++)
        {
            double x = i * 0.0173;
            AssertClose(Math.Exp(x), RealMath.Exp(x), x);
            AssertClose(Math.Tanh(x), RealMath.Tanh(x), x);
            AssertClose(1 / (1 + Math.Exp(-x)), RealMath.Sigmoid(x), x);
            AssertClose(Math.Atan(x), RealMath.Atan(x), x);
            Assert.Equal(Math.Sin(x), RealMath.Sin(x), 5e-16);
            Assert.Equal(Math.Cos(x), RealMath.Cos(x), 5e-16);
            if (x > 0)
            {
                AssertClose(Math.Log(x), RealMath.Log(x), x);
                Assert.Equal(1, RealMath.Pow(x, 1.7) / Math.Pow(x, 1.7), 1e-14);
            }
        }
    }

    [Theory]
    [InlineData(0.5, 0.52049987781304653768)] // Abramowitz & Stegun, table 7.1
    [InlineData(1, 0.84270079294971486934)]
    [InlineData(2, 0.99532226501895273416)]
    [InlineData(-1.5, -0.96610514647531072707)]
    public void Erf(double x, double expected) => AssertClose(expected, RealMath.Erf(x), x);

    [Theory]
    [InlineData(0.5, 0.47950012218695346232)] // Abramowitz & Stegun, table 7.1
    [InlineData(-2, 1.99532226501895273416)]
    [InlineData(5, 1.5374597944280348502e-12)]
    public void Erfc(double x, double expected) => AssertClose(expected, RealMath.Erfc(x), x);

    /// <summary>Arguments that are close to a multiple of π/2, or so large that one unit of theirs is many turns.</summary>
    [Theory]
    [InlineData(1e22, -0.8522008497671888017727)]
    [InlineData(3.14159274101257324219, -8.742278000372475e-8)]
    public void Sine_of_large_arguments(double x, double expected) => AssertClose(expected, RealMath.Sin(x), x);

    [Fact]
    public void Sine_agrees_with_the_platform_at_every_size()
    {
        for (double x = 1.2345; x < 1e38; x *= 1.37)
        {
            Assert.Equal(Math.Sin(x), RealMath.Sin(x), 1e-15);
            Assert.Equal(Math.Cos(-x), RealMath.Cos(-x), 1e-15);
        }
    }

    [Theory]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, 0.5, double.NaN)]
    [InlineData(-2, 63, -9223372036854775808.0)]
    [InlineData(double.NegativeInfinity, 101, double.NegativeInfinity)]
    [InlineData(0, 0.5, 0)]
    [InlineData(0, -0.5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 0.5, double.PositiveInfinity)]
    [InlineData(0.5, double.PositiveInfinity, 0)]
    [InlineData(3, 0, 1)]
    public void Powers(double a, double b, double expected) => Assert.Equal(expected, RealMath.Pow(a, b));

    [Theory]
    [InlineData(-1, 0.15865525393145705141)]
    [InlineData(-5, 2.8665157187919391167e-7)]
    [InlineData(-10, 7.6198530241605260660e-24)]
    [InlineData(3, 0.99865010196836990547)]
    public void NormalCdf(double x, double expected) => AssertClose(expected, RealMath.NormalCdf(x), x);

    [Theory]
    [InlineData(1e-10)]
    [InlineData(-1e-5)]
    [InlineData(0.1)]
    public void Small_arguments_keep_their_digits(double x)
    {
        double exact = x + (x * x / 2) + (x * x * x / 6) + (Math.Pow(x, 4) / 24) + (Math.Pow(x, 5) / 120) + (Math.Pow(x, 6) / 720) + (Math.Pow(x, 7) / 5040) + (Math.Pow(x, 8) / 40320) + (Math.Pow(x, 9) / 362880) + (Math.Pow(x, 10) / 3628800);
        AssertClose(exact, RealMath.Expm1(x), x);
        AssertClose(x, RealMath.Log1p(RealMath.Expm1(x)), x);
        AssertClose(x, RealMath.Expm1(RealMath.Log1p(x)), x);
    }

    [Fact]
    public void Ends()
    {
        Assert.Equal(0, RealMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, RealMath.Exp(double.PositiveInfinity));
        Assert.Equal(-1, RealMath.Expm1(double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, RealMath.Log(0));
        Assert.Equal(double.PositiveInfinity, RealMath.Log1p(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, RealMath.Log1p(-1));
        Assert.Equal(0, RealMath.NormalCdf(double.NegativeInfinity));
        Assert.Equal(1, RealMath.Erf(double.PositiveInfinity));
        Assert.Equal(0, RealMath.Sigmoid(double.NegativeInfinity));
        Assert.Equal(0, RealMath.Softplus(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, RealMath.Softplus(double.PositiveInfinity));
        Func<double, double>[] all =
        [
            RealMath.Exp, RealMath.Expm1, RealMath.Log, RealMath.Log1p, RealMath.Tanh, RealMath.Sigmoid,
            RealMath.Softplus, RealMath.Sin, RealMath.Cos, RealMath.Atan, RealMath.Erfc, RealMath.Erf, RealMath.NormalCdf, RealMath.NormalPdf,
        ];
        Assert.All(all, function => Assert.True(double.IsNaN(function(double.NaN))));
    }

    private static void AssertClose(double expected, double actual, double x) =>
        Assert.True(Math.Abs(expected - actual) <= 8e-15 * Math.Abs(expected), $"at {x:R}: {actual:R}, expected {expected:R}");
}
