using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Powers: the special values of C99, the accuracy, the same bits at every width.</summary>
public sealed class PowTests
{
    private const float Infinity = float.PositiveInfinity, NaN = float.NaN;

    /// <summary>Largest error in ULP; the promise of docs/numerics.md is 1.5.</summary>
    private const double Reached = 1.1;

    /// <summary>ISO C99, F.9.4.4.</summary>
    public static TheoryData<float, float, float> Values => new()
    {
        { 0f, -3f, Infinity }, { -0f, -3f, -Infinity }, { 0f, -2f, Infinity }, { -0f, -2f, Infinity }, { -0f, -2.5f, Infinity }, { 0f, -Infinity, Infinity }, { -0f, -Infinity, Infinity },
        { 0f, 3f, 0f }, { -0f, 3f, -0f }, { 0f, 2f, 0f }, { -0f, 2f, 0f }, { -0f, 2.5f, 0f }, { -0f, Infinity, 0f },
        { -1f, Infinity, 1f }, { -1f, -Infinity, 1f }, { 1f, NaN, 1f }, { 1f, Infinity, 1f }, { 1f, -Infinity, 1f }, { -1f, NaN, NaN },
        { NaN, 0f, 1f }, { NaN, -0f, 1f }, { 0f, 0f, 1f }, { -0f, -0f, 1f }, { Infinity, 0f, 1f }, { -Infinity, -0f, 1f }, { NaN, 1f, NaN }, { 2f, NaN, NaN },
        { -2f, 0.5f, NaN }, { -2f, -0.5f, NaN }, { -1f, 0.5f, NaN }, { -float.Epsilon, 1.5f, NaN }, { float.MinValue, 0.25f, NaN },
        { 0.5f, -Infinity, Infinity }, { -0.5f, -Infinity, Infinity }, { 2f, -Infinity, 0f }, { -2f, -Infinity, 0f },
        { 0.5f, Infinity, 0f }, { -0.5f, Infinity, 0f }, { 2f, Infinity, Infinity }, { -2f, Infinity, Infinity }, { 1.0000001f, Infinity, Infinity },
        { -Infinity, -3f, -0f }, { -Infinity, -2f, 0f }, { -Infinity, -2.5f, 0f }, { -Infinity, 3f, -Infinity }, { -Infinity, 2f, Infinity }, { -Infinity, 2.5f, Infinity },
        { Infinity, -1.5f, 0f }, { Infinity, 1.5f, Infinity }, { Infinity, Infinity, Infinity }, { Infinity, -Infinity, 0f }, { -Infinity, Infinity, Infinity },
        { 2f, 10f, 1024f }, { -2f, 3f, -8f }, { -2f, 10f, 1024f }, { 2f, -149f, float.Epsilon }, { 2f, 128f, Infinity }, { 2f, -151f, 0f }, { -2f, -151f, -0f }, { 10f, 38f, 1e38f },
        { -1f, float.MaxValue, 1f }, { -1f, 16777215f, -1f }, { 9f, 0.5f, 3f }, { float.Epsilon, 1f, float.Epsilon }, { float.MaxValue, 1f, float.MaxValue }, { float.Epsilon, -1f, Infinity },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Has_its_value(float x, float y, float expected)
    {
        float actual = ActGen.Functions.Pow(x, y);
        Assert.True(Floats.AreSame(expected, actual), $"Pow({x:R}, {y:R}) is {actual:R}, expected {expected:R}");
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Has_its_value_in_double(float x, float y, float expected)
    {
        double actual = VectorMath.Pow<SimdScalar<double>>(new(x), new(y)).Value;
        // Powers of finite numbers, which end elsewhere in double; what is exact there is exact, 10³⁸ is no double.
        bool isOrdinary = float.IsFinite(x) && x != 0 && float.IsFinite(y) && !float.IsNaN(expected);
        double exact = isOrdinary ? Math.Pow(x, y) : expected;
        if (isOrdinary && double.IsFinite(exact) && exact != 0 && exact != expected)
            Assert.Equal(exact, actual, 4e-16 * Math.Abs(exact));
        else
            Assert.True(exact.Equals(actual) && double.IsNegative(exact) == double.IsNegative(actual) || (double.IsNaN(exact) && double.IsNaN(actual)), $"Pow({x:R}, {y:R}) is {actual:R} in double, expected {exact:R}");
    }

    [Fact]
    public void Error_stays_within_what_was_reached()
    {
        (float X, float Y)[] pairs = [.. Pairs(1 << 20)];
        float[] actual = Run<float, Simd512<float>>([.. pairs.Select(pair => pair.X)], [.. pairs.Select(pair => pair.Y)]);
        (double worst, int at) = (0, 0);
        for (int i = 0; i < pairs.Length; i++)
        {
            double error = Floats.Ulps(actual[i], Math.Pow(pairs[i].X, pairs[i].Y));
            if (error > worst)
                (worst, at) = (error, i);
        }
        Assert.True(worst <= Reached, $"Pow({pairs[at].X:R}, {pairs[at].Y:R}) is wrong by {worst:F3} ULP, expected at most {Reached}.");
    }

    [Fact]
    public void Double_error_stays_within_the_promise()
    {
        using StreamReader reader = new(typeof(PowTests).Assembly.GetManifestResourceStream("DoubleValues.csv")!);
        double[][] rows = [.. reader.ReadToEnd().Split('\n').Select(line => line.Split(',')).Where(cells => cells[0] == "Pow").Select(cells => cells[1..].Select(Parse).ToArray())];
        Assert.Equal(300, rows.Length);
        double[] actual = Run<double, Simd512<double>>([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])]);
        for (int i = 0; i < rows.Length; i++)
        {
            double error = Math.Abs(actual[i] - rows[i][2]) / (Math.BitIncrement(rows[i][2]) - rows[i][2]);
            Assert.True(error <= 4, $"Pow({rows[i][0]:R}, {rows[i][1]:R}) is {actual[i]:R}, expected {rows[i][2]:R}: {error} ULP");
        }
    }

    [Fact]
    public void Does_not_depend_on_the_width()
    {
        (float X, float Y)[] pairs = [.. Pairs(1 << 15)];
        float[] x = [.. pairs.Select(pair => pair.X)], y = [.. pairs.Select(pair => pair.Y)];
        AssertSame(Run<float, SimdScalar<float>>(x, y), Run<float, Simd128<float>>(x, y), Run<float, Simd256<float>>(x, y), Run<float, Simd512<float>>(x, y));
        double[] wideX = [.. x], wideY = [.. y];
        AssertSame(Run<double, SimdScalar<double>>(wideX, wideY), Run<double, Simd128<double>>(wideX, wideY), Run<double, Simd256<double>>(wideX, wideY), Run<double, Simd512<double>>(wideX, wideY));
    }

    // Bases of all magnitudes with exponents that keep the power finite, bases near 1 with large exponents, and all edges with all edges.
    private static IEnumerable<(float X, float Y)> Pairs(int count)
    {
        Random random = new(7);
        for (int i = 0; i < count; i++)
        {
            float x = i % 3 == 0 ? MathF.Exp(random.NextSingle() * 0.9f - 0.45f) : MathF.Abs(BitConverter.Int32BitsToSingle(random.Next()));
            yield return (x, (float)(((random.NextDouble() * 192) - 103.5) / Math.Max(Math.Abs(Math.Log(x)), 1e-9)));
        }
        foreach (float x in Floats.Edges)
        {
            foreach (float y in Floats.Edges)
                yield return (x, y);
        }
    }

    private static T[] Run<T, TVector>(T[] x, T[] y)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T[] destination = new T[x.Length];
        VectorLoop.Map<T, TVector, Map<TVector>>(x, y, destination, default);
        return destination;
    }

    private static void AssertSame<T>(T[] expected, params T[][] others)
        where T : System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        foreach (T[] other in others)
        {
            for (int i = 0; i < expected.Length; i++)
                Assert.True((expected[i] == other[i] && T.IsNegative(expected[i]) == T.IsNegative(other[i])) || (T.IsNaN(expected[i]) && T.IsNaN(other[i])), $"pair {i}: {expected[i]} on one lane, {other[i]} on many");
        }
    }

    private static double Parse(string bits) => BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private readonly struct Map<TVector> : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        public TVector Apply(TVector x, TVector y) => VectorMath.Pow(x, y);
    }
}
