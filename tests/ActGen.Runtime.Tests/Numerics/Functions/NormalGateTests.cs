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
        SameLanes.Assert<T, TVector>(values, "x·Φ(x)", x => Product(x).Product, x => VectorMath.NormalGate(x, out _, out _));
        SameLanes.Assert<T, TVector>(values, "Φ", x => Product(x).Cdf, x =>
        {
            _ = VectorMath.NormalGate(x, out TVector cdf, out _);
            return cdf;
        });
        SameLanes.Assert<T, TVector>(values, "φ", x => Product(x).Density, x =>
        {
            _ = VectorMath.NormalGate(x, out _, out TVector density);
            return density;
        });

        static (TVector Product, TVector Cdf, TVector Density) Product(TVector x)
        {
            TVector product = VectorMath.NormalCdfProduct(x, TVector.AtLeast(x, TVector.Constant(-64)), out TVector cdf, out TVector density);
            return (product, cdf, density);
        }
    }
}
