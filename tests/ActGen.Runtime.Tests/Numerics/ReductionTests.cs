using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Numerics;

public sealed class ReductionTests
{
    public static TheoryData<int> Lengths => [0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 97, 1000, 4095, 4096, 4097, 8192, 8193, 12_345];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Row_sums_have_the_bits_of_their_definition_at_every_width(int length)
    {
        AssertSums(Numbers.Mixed(length, seed: 1), Numbers.Mixed(length, seed: 2));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    [InlineData(40)]
    public void Products_that_underflow_to_minus_zero_stay_so_at_every_width(int length)
    {
        float[] x = new float[length], y = new float[length];
        Array.Fill(x, 1e-30f);
        Array.Fill(y, -1e-30f);
        AssertSums(x, y);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_maximum_is_found_wherever_it_stands(int length)
    {
        float[] x = Numbers.Mixed(length, seed: 3);
        for (int i = 0; i < length; i += Math.Max(1, length / 37))
        {
            float before = x[i];
            foreach (float value in (float[])[100f, float.PositiveInfinity, float.NaN])
            {
                x[i] = value;
                AssertMax(value, x);
                if (!float.IsNaN(value))
                    AssertMaxOfNumbers(value, x);
            }

            x[i] = before;
        }
    }

    [Fact]
    public void Plus_zero_is_above_minus_zero_and_nothing_is_below_minus_infinity()
    {
        foreach (int length in (int[])[1, 2, 17, 40, 64, 100, 4099])
        {
            float[] x = new float[length];
            Array.Fill(x, -0f);
            AssertMax(-0f, x);
            x[length / 2] = 0f;
            AssertMax(0f, x);
            Array.Fill(x, float.NegativeInfinity);
            AssertMax(float.NegativeInfinity, x);
            AssertMaxOfNumbers(float.NegativeInfinity, x);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Flat_sums_have_the_bits_of_their_definition(int length)
    {
        float[] x = Numbers.Mixed(length, seed: 4);
        Assert.Equal(BitConverter.DoubleToInt64Bits(Flat(x, v => v)), BitConverter.DoubleToInt64Bits(FlatSum.Sum(x)));
        Assert.Equal(BitConverter.DoubleToInt64Bits(Flat(x, v => (double)v * v)), BitConverter.DoubleToInt64Bits(FlatSum.SumOfSquares(x)));
    }

    [Fact]
    public void The_norm_of_large_values_does_not_overflow() => Assert.Equal(1.41421356e20, Math.Sqrt(FlatSum.SumOfSquares([1e20f, 1e20f])), 1e13);

    private static void AssertSums(float[] x, float[] y)
    {
        float[] expected = [RowDefinition.Sum(x), RowDefinition.Dot(x, y)];
        Numbers.AssertSameBits(expected, [RowReduction<float, SimdScalar<float>>.Sum(x), RowReduction<float, SimdScalar<float>>.Dot(x, y)], "scalar");
        Numbers.AssertSameBits(expected, [RowReduction<float, Simd128<float>>.Sum(x), RowReduction<float, Simd128<float>>.Dot(x, y)], "128");
        Numbers.AssertSameBits(expected, [RowReduction<float, Simd256<float>>.Sum(x), RowReduction<float, Simd256<float>>.Dot(x, y)], "256");
        Numbers.AssertSameBits(expected, [RowReduction<float, Simd512<float>>.Sum(x), RowReduction<float, Simd512<float>>.Dot(x, y)], "512");
    }

    private static void AssertMax(float expected, float[] x)
    {
        Numbers.AssertSameBits(
            [expected, expected, expected, expected],
            [RowMaximum<float, SimdScalar<float>>.Of(x), RowMaximum<float, Simd128<float>>.Of(x), RowMaximum<float, Simd256<float>>.Of(x), RowMaximum<float, Simd512<float>>.Of(x)],
            $"maximum of {x.Length}");
    }

    private static void AssertMaxOfNumbers(float expected, float[] x)
    {
        Numbers.AssertSameBits(
            [expected, expected, expected, expected],
            [RowMaximum<float, SimdScalar<float>>.OfNumbers(x), RowMaximum<float, Simd128<float>>.OfNumbers(x), RowMaximum<float, Simd256<float>>.OfNumbers(x), RowMaximum<float, Simd512<float>>.OfNumbers(x)],
            $"maximum of {x.Length} numbers");
    }

    private static double Flat(float[] x, Func<float, double> map)
    {
        double sum = 0;
        foreach (float[] block in x.Chunk(4096))
        {
            double[] lanes = new double[8];
            for (int i = 0; i < block.Length; i++)
                lanes[i % 8] += map(block[i]);
            for (int stride = 4; stride > 0; stride /= 2)
            {
                for (int j = 0; j < stride; j++)
                    lanes[j] += lanes[j + stride];
            }

            sum += lanes[0];
        }

        return sum;
    }
}
