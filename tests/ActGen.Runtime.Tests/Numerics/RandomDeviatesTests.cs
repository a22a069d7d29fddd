using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics;

public sealed class RandomDeviatesTests
{
    private static readonly RandomStream Stream = new(Seed: 1, Layer: 1, Step: 0);

    /// <summary>Quantiles of the standard normal to 16 digits (R's qnorm; for 2⁻³³ by series).</summary>
    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.75, 0.674489750196081743)]
    [InlineData(0.9, 1.281551565544600467)]
    [InlineData(0.975, 1.959963984540054235)]
    [InlineData(0.999, 3.090232306167813541)]
    [InlineData(0.001, -3.090232306167813541)]
    [InlineData(1e-6, -4.753424308822898948)]
    [InlineData(1e-9, -5.997807015007686872)]
    public void The_normal_quantile_has_15_digits(double p, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(p), 4e-15 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void The_normal_quantile_inverts_the_distribution_function()
    {
        for (double p = 1e-9; p < 1; p += 0.000977)
            Assert.Equal(p, VectorMath.NormalCdf(new SimdScalar<double>(NormalQuantile.Of(p))).Value, 1e-14);
    }

    [Fact]
    public void Normal_deviates_have_the_moments_of_the_normal()
    {
        const int Count = 200_000;
        double[] z = [.. Enumerable.Range(0, Count).Select(i => RandomDeviates.Normal(Stream, 0, (uint)i))];
        // Five standard errors each: 1/√n, √2/√n, √6·…: mean, variance, skewness, kurtosis.
        double unit = 5 / Math.Sqrt(Count);
        Assert.Equal(0, z.Average(), unit);
        Assert.Equal(1, z.Average(v => v * v), unit * Math.Sqrt(2));
        Assert.Equal(0, z.Average(v => v * v * v), unit * Math.Sqrt(15));
        Assert.Equal(3, z.Average(v => v * v * v * v), unit * Math.Sqrt(96));
    }

    [Fact]
    public void Uniform_deviates_fill_the_open_interval_evenly()
    {
        float[] u = new float[100_000];
        RandomDeviates.FillUniform(Stream, 2, 0.5, u);
        Assert.All(u, value => Assert.InRange(value, -0.5f, 0.5f));
        int[] bins = new int[10];
        foreach (float value in u)
            bins[Math.Min(9, (int)((value + 0.5f) * 10))]++;
        // Five standard deviations of a binomial count.
        Assert.All(bins, count => Assert.InRange(count, 10_000 - 475, 10_000 + 475));
    }

    [Fact]
    public void An_element_depends_on_its_index_only()
    {
        float[] some = new float[7], more = new float[1000];
        RandomDeviates.FillNormal(Stream, 1, 0.1, some);
        RandomDeviates.FillNormal(Stream, 1, 0.1, more);
        Assert.Equal(some, more[..7]);
        Assert.Equal((float)(0.1 * RandomDeviates.Normal(Stream, 1, 777)), more[777]);
    }

    [Fact]
    public void Below_reaches_every_choice_and_nothing_else()
    {
        Assert.Equal(0, RandomDeviates.Below(0, 10));
        Assert.Equal(9, RandomDeviates.Below(uint.MaxValue, 10));
        Assert.Equal(5, RandomDeviates.Below(1u << 31, 10));
        Assert.Equal(int.MaxValue - 1, RandomDeviates.Below(uint.MaxValue, int.MaxValue));
    }
}
