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
            if (x > 0)
                AssertClose(Math.Log(x), RealMath.Log(x), x);
        }
    }

    [Theory]
    [InlineData(0.5, 0.52049987781304653768)] // Abramowitz & Stegun, table 7.1
    [InlineData(1, 0.84270079294971486934)]
    [InlineData(2, 0.99532226501895273416)]
    [InlineData(-1.5, -0.96610514647531072707)]
    public void Erf(double x, double expected) => AssertClose(expected, RealMath.Erf(x), x);

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
            RealMath.Softplus, RealMath.Erf, RealMath.NormalCdf, RealMath.NormalPdf,
        ];
        Assert.All(all, function => Assert.True(double.IsNaN(function(double.NaN))));
    }

    private static void AssertClose(double expected, double actual, double x) =>
        Assert.True(Math.Abs(expected - actual) <= 8e-15 * Math.Abs(expected), $"at {x:R}: {actual:R}, expected {expected:R}");
}
