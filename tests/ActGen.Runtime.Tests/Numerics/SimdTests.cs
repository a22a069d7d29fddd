using System.Numerics;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Numerics.Functions;

namespace ActGen.Runtime.Tests.Numerics;

/// <summary>Every vector operation against one lane, and one lane against its definition.</summary>
public sealed class SimdTests
{
    [Fact]
    public void Float_vectors_of_128_bits_do_what_one_lane_does() => Compare<float, Simd128<float>, SimdScalar<float>>(Singles);

    [Fact]
    public void Float_vectors_of_256_bits_do_what_one_lane_does() => Compare<float, Simd256<float>, SimdScalar<float>>(Singles);

    [Fact]
    public void Float_vectors_of_512_bits_do_what_one_lane_does() => Compare<float, Simd512<float>, SimdScalar<float>>(Singles);

    [Fact]
    public void Double_vectors_of_128_bits_do_what_one_lane_does() => Compare<double, Simd128<double>, SimdScalar<double>>(Doubles);

    [Fact]
    public void Double_vectors_of_256_bits_do_what_one_lane_does() => Compare<double, Simd256<double>, SimdScalar<double>>(Doubles);

    [Fact]
    public void Double_vectors_of_512_bits_do_what_one_lane_does() => Compare<double, Simd512<double>, SimdScalar<double>>(Doubles);

    [Fact]
    public void Multiply_add_rounds_once()
    {
        // (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴: the last term is lost when the product is rounded first.
        float a = 1 + (1f / 4096);
        Assert.Equal(1f / 16777216, SimdScalar<float>.MultiplyAdd(new(a), new(a), new(-1 - (1f / 2048))).Value);
        double b = 1 + (1d / 134217728);
        Assert.Equal(1d / 18014398509481984, SimdScalar<double>.MultiplyAdd(new(b), new(b), new(-1 - (1d / 67108864))).Value);
    }

    [Fact]
    public void Signs_within_a_multiply_add_are_those_of_its_terms()
    {
        foreach ((float a, float b, float c) in new[] { (2f, 3f, 5f), (0f, 1f, 0f), (-0f, 1f, 0f), (0f, 1f, -0f), (-0f, 1f, -0f), (1.1f, 1.1f, 1.21f) })
        {
            Compare<SimdScalar<float>>(a, b, c);
            Compare<Simd512<float>>(a, b, c);
        }

        static void Compare<TVector>(float a, float b, float c)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector x = TVector.Broadcast(a), y = TVector.Broadcast(b), z = TVector.Broadcast(c);
            Assert.True(Floats.AreSame(MathF.FusedMultiplyAdd(a, b, -c), TVector.LargestLane(TVector.MultiplySubtract(x, y, z))));
            Assert.True(Floats.AreSame(MathF.FusedMultiplyAdd(-a, b, c), TVector.LargestLane(TVector.NegatedMultiplyAdd(x, y, z))));
        }
    }

    [Fact]
    public void Minimum_and_maximum_know_NaN_and_the_sign_of_zero()
    {
        foreach ((float x, float y, float min, float max) in new[] { (0f, -0f, -0f, 0f), (-0f, 0f, -0f, 0f), (1f, float.NaN, float.NaN, float.NaN), (float.NaN, 1f, float.NaN, float.NaN), (-2f, 3f, -2f, 3f) })
        {
            Assert.True(Floats.AreSame(min, SimdScalar<float>.Min(new(x), new(y)).Value));
            Assert.True(Floats.AreSame(max, SimdScalar<float>.Max(new(x), new(y)).Value));
        }
        Assert.True(float.IsNaN(SimdScalar<float>.AtMost(new(float.NaN), new(1f)).Value));
        Assert.True(float.IsNaN(SimdScalar<float>.AtLeast(new(float.NaN), new(1f)).Value));
    }

    [Fact]
    public void Scaling_by_powers_of_two_rounds_once()
    {
        foreach (float x in Singles)
        {
            for (int n = -252; n <= 252; n += 7)
            {
                // In double the product is exact, so that the conversion is the one rounding.
                float expected = (float)Math.ScaleB(x, n), actual = SimdScalar<float>.ScaleByPowerOfTwo(new(x), new(n)).Value;
                Assert.True(Floats.AreSame(expected, actual), $"{x:R}·2^{n} is {actual:R}, expected {expected:R}");
            }
        }
    }

    /// <summary>The ends of the contract: ±252 for float, ±2,044 for double, where two factors 2^(n/2) reach no further.</summary>
    [Fact]
    public void Scaling_reaches_the_ends_of_its_contract_at_every_width()
    {
        foreach ((float x, int n, float expected) in new[]
        {
            (float.Epsilon, 252, 1.0141205e+31f), (-float.Epsilon, 251, -5.0706024e+30f), (1f, 252, float.PositiveInfinity), (-1f, 128, float.NegativeInfinity), (1f, 127, 1.7014118e+38f),
            (float.MaxValue, -252, 4.701977e-38f), (1.5f, -149, 2 * float.Epsilon), (1.25f, -149, float.Epsilon), (1f, -150, 0f), (1.0000001f, -150, float.Epsilon), (-1f, -252, -0f), (0f, 252, 0f), (-0f, -252, -0f),
            (float.PositiveInfinity, -252, float.PositiveInfinity), (float.NaN, 252, float.NaN), (3f, 0, 3f),
        })
        {
            foreach (float actual in new[] { Scaled<float, SimdScalar<float>>(x, n), Scaled<float, Simd128<float>>(x, n), Scaled<float, Simd256<float>>(x, n), Scaled<float, Simd512<float>>(x, n) })
                Assert.True(Floats.AreSame(expected, actual), $"{x:R}·2^{n} is {actual:R}, expected {expected:R}");
        }
        foreach ((double x, int n, double expected) in new[]
        {
            (double.Epsilon, 2044, Math.ScaleB(1, 970)), (1, 2044, double.PositiveInfinity), (1, 1023, Math.ScaleB(1, 1023)), (double.MaxValue, -2044, Math.ScaleB(2 - Math.ScaleB(1, -52), -1021)),
            (1.5, -1074, 2 * double.Epsilon), (1.25, -1074, double.Epsilon), (1, -1075, 0), (-1, -2044, -0d), (double.NegativeInfinity, -2044, double.NegativeInfinity), (double.NaN, 1, double.NaN),
        })
        {
            foreach (double actual in new[] { Scaled<double, SimdScalar<double>>(x, n), Scaled<double, Simd128<double>>(x, n), Scaled<double, Simd256<double>>(x, n), Scaled<double, Simd512<double>>(x, n) })
                Assert.True(actual.Equals(expected) && (double.IsNaN(actual) || double.IsNegative(actual) == double.IsNegative(expected)), $"{x:R}·2^{n} is {actual:R}, expected {expected:R}");
        }

        static T Scaled<T, TVector>(T x, int n)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TVector : unmanaged, ISimd<TVector, T>
        {
            TVector y = TVector.ScaleByPowerOfTwo(TVector.Broadcast(x), TVector.Constant(n));
            return TVector.LargestLane(y);
        }
    }

    [Fact]
    public void Zero_as_lower_bound_leaves_no_negative_zero()
    {
        foreach ((float x, float expected) in new[] { (-0f, 0f), (0f, 0f), (-1f, 0f), (2f, 2f), (float.NaN, float.NaN), (float.NegativeInfinity, 0f), (float.PositiveInfinity, float.PositiveInfinity) })
        {
            Assert.True(Floats.AreSame(expected, Least<SimdScalar<float>>(x)));
            Assert.True(Floats.AreSame(expected, Least<Simd512<float>>(x)));
        }
        // Any zero is at least −0.
        foreach (float x in new[] { -0f, 0f })
        {
            Assert.True(Floats.AreSame(x, LeastNegative<SimdScalar<float>>(x)));
            Assert.True(Floats.AreSame(x, LeastNegative<Simd128<float>>(x)));
            Assert.True(Floats.AreSame(x, LeastNegative<Simd256<float>>(x)));
            Assert.True(Floats.AreSame(x, LeastNegative<Simd512<float>>(x)));
        }

        static float Least<TVector>(float x)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector y = TVector.AtLeastZero(TVector.Broadcast(x));
            return TVector.LargestLane(y);
        }
    }

    private static float LeastNegative<TVector>(float x)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        float[] lanes = new float[TVector.Count];
        TVector.Store(TVector.AtLeast(TVector.Broadcast(x), TVector.Constant(-0.0)), ref lanes[0], 0);
        return lanes[0];
    }

    [Fact]
    public void Exponents_are_those_of_the_platform()
    {
        foreach (float x in Singles.Where(x => float.IsNormal(x)))
            Assert.Equal(Math.ILogB(x), SimdScalar<float>.Exponent(new(x)).Value);
        foreach (double x in Doubles.Where(x => double.IsNormal(x)))
            Assert.Equal(Math.ILogB(x), SimdScalar<double>.Exponent(new(x)).Value);
    }

    private static readonly float[] Singles = [.. Floats.Sample(1 << 23)];

    private static readonly double[] Doubles =
    [
        .. Singles.Select(x => x * 1.0000000123456789), .. Enumerable.Range(0, 256).Select(i => BitConverter.UInt64BitsToDouble(((ulong)i << 56) + ((ulong)i * 0x9E3779B97F4A))),
        double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
    ];

    /// <summary>Every operation on all numbers, each with the numbers at some distances after it.</summary>
    private static void Compare<T, TVector, TOne>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
        where TOne : unmanaged, ISimd<TOne, T>
    {
        int lanes = TVector.Count;
        bool isSingle = typeof(T) == typeof(float);
        Assert.Equal(isSingle, TVector.IsSingle);
        // Lanes for the second and third operand, so that the last vectors are full.
        T[] padded = [.. values, .. values[..(4 * lanes)]];
        foreach (int shift in new[] { 0, 1, lanes, (3 * lanes) - 1 })
        {
            for (int start = 0; start < values.Length; start += lanes)
            {
                T[] many = Results<T, TVector>(padded, start, start + shift);
                for (int lane = 0; lane < lanes; lane++)
                {
                    T[] one = Results<T, TOne>(padded, start + lane, start + shift + lane);
                    for (int i = 0; i < one.Length; i++)
                    {
                        T actual = many[(i * lanes) + lane];
                        Assert.True(Same(one[i], actual), $"operation {i} of ({padded[start + lane]:R}, {padded[start + shift + lane]:R}): {one[i]:R} on one lane, {actual:R} on {lanes}");
                    }
                }
            }
        }
    }

    private static bool Same<T>(T left, T right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (left.Equals(right) && T.IsNegative(left) == T.IsNegative(right)) || (T.IsNaN(left) && T.IsNaN(right));

    private static T[] Results<T, TVector>(T[] values, int first, int second)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        TVector a = TVector.Load(ref values[0], (nuint)first), b = TVector.Load(ref values[0], (nuint)second), c = TVector.Constant(0.1);
        TVector bound = TVector.Constant(2.5), one = TVector.Constant(1);
        // Exponents within the contract, and numbers that have an exponent.
        TVector n = TVector.Round(TVector.AtMost(TVector.AtLeast(TVector.Select(TVector.IsNaN(b), one, b), TVector.Constant(-252)), TVector.Constant(252)));
        TVector magnitude = TVector.Abs(a);
        TVector isNormal = TVector.And(TVector.GreaterThan(magnitude, TVector.Constant(1e-37)), TVector.GreaterThan(TVector.Constant(1e38), magnitude));
        TVector[] vectors =
        [
            TVector.Zero, c, TVector.Broadcast(values[0]), a + b, a - b, a * b, a / b, -a, TVector.MultiplyAdd(a, b, c), TVector.MultiplyAdd(a, c, b), TVector.MultiplySubtract(a, b, c),
            TVector.NegatedMultiplyAdd(a, b, c), TVector.Sqrt(a), magnitude,
            TVector.Min(a, b), TVector.Max(a, b), TVector.AtMost(a, bound), TVector.AtLeast(a, bound), TVector.Round(a), TVector.CopySign(a, b),
            TVector.Select(TVector.GreaterThan(a, b), a, c), TVector.Select(TVector.GreaterThanOrEqual(a, b), a, c), TVector.Select(TVector.AreEqual(a, b), a, c),
            TVector.Select(TVector.IsNaN(a), c, a), TVector.And(TVector.GreaterThan(a, b), one), TVector.Select(TVector.Or(TVector.IsNaN(a), TVector.IsNaN(b)), c, b),
            TVector.ScaleByPowerOfTwo(a, n), TVector.Exponent(TVector.Select(isNormal, a, one)),
        ];
        T[] results = new T[vectors.Length * TVector.Count];
        for (int i = 0; i < vectors.Length; i++)
            TVector.Store(vectors[i], ref results[0], (nuint)(i * TVector.Count));
        return results;
    }
}
