using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>x·Φ(x) has the bits of the product with any factor, and so have Φ and φ beside it: also where they are denormal or vanish.</summary>
public sealed class NormalGateTests
{
    [Fact]
    public void Floats_have_the_bits_of_the_product_with_a_factor()
    {
        float[] values = [.. Floats.Sample(4096), .. Enumerable.Range(0, 400_000).Select(i => (i - 200_000) * 0.0001f), .. Enumerable.Range(0, 200_000).Select(i => -12.5f - (i * 0.00001f))];
        Check<float, SimdScalar<float>>(values);
        Check<float, Simd128<float>>(values);
        Check<float, Simd256<float>>(values);
        Check<float, Simd512<float>>(values);
    }

    [Fact]
    public void Doubles_have_the_bits_of_the_product_with_a_factor()
    {
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => (i - 50_000) * 0.001), 0.0, -0.0, double.MinValue, double.MaxValue, double.NegativeInfinity, double.PositiveInfinity, double.NaN];
        Check<double, SimdScalar<double>>(values);
        Check<double, Simd512<double>>(values);
    }

    private static void Check<T, TVector>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // Whole vectors: zeros behind the last values.
        Array.Resize(ref values, (values.Length + TVector.Count - 1) / TVector.Count * TVector.Count);
        T[] actual = new T[TVector.Count], expected = new T[TVector.Count];
        for (int i = 0; i < values.Length; i += TVector.Count)
        {
            TVector x = TVector.Load(in values[i], 0);
            TVector gate = VectorMath.NormalGate(x, out TVector cdf, out TVector density);
            TVector product = VectorMath.NormalCdfProduct(x, TVector.AtLeast(x, TVector.Constant(-64)), out TVector ofCdf, out TVector ofDensity);
            Same("x·Φ(x)", i, gate, product);
            Same("Φ", i, cdf, ofCdf);
            Same("φ", i, density, ofDensity);
        }

        void Same(string what, int first, TVector left, TVector right)
        {
            TVector.Store(left, ref actual[0], 0);
            TVector.Store(right, ref expected[0], 0);
            for (int lane = 0; lane < actual.Length; lane++)
                Assert.True(actual[lane].Equals(expected[lane]) && (T.IsNaN(actual[lane]) || T.IsNegative(actual[lane]) == T.IsNegative(expected[lane])), $"{what} at {values[first + lane]:R}: {actual[lane]:R} instead of {expected[lane]:R}");
        }
    }
}
