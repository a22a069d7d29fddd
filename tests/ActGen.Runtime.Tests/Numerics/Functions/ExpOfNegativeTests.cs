using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>The exponential of softmax has the bits of the one for all numbers, where it is denormal or vanishes too.</summary>
public sealed class ExpOfNegativeTests
{
    // Prime, so that all bits of the significand vary.
    private const uint Stride = 4099;

    [Fact]
    public void Floats_have_the_bits_of_the_exponential_of_any_number()
    {
        Check<float, SimdScalar<float>>(Singles());
        Check<float, Simd128<float>>(Singles());
        Check<float, Simd256<float>>(Singles());
        Check<float, Simd512<float>>(Singles());
    }

    [Fact]
    public void Doubles_have_the_bits_of_the_exponential_of_any_number()
    {
        Check<double, SimdScalar<double>>(Doubles());
        Check<double, Simd128<double>>(Doubles());
        Check<double, Simd256<double>>(Doubles());
        Check<double, Simd512<double>>(Doubles());
    }

    private static float[] Singles() =>
    [
        .. Enumerable.Range(0, (int)(0x7F800000u / Stride)).Select(i => BitConverter.UInt32BitsToSingle(0x80000000u + ((uint)i * Stride))),
        .. Enumerable.Range(0, 100_000).Select(i => -86 - (i * 0.001f)),
        .. Floats.Edges.Where(x => !(x > 0)),
    ];

    private static double[] Doubles() =>
    [
        .. Enumerable.Range(0, 1_000_000).Select(i => -1e-4 * i * (i % 97)),
        .. Enumerable.Range(0, 100_000).Select(i => -700 - (i * 0.001)),
        0.0, -0.0, -double.Epsilon, double.MinValue, double.NegativeInfinity, double.NaN,
    ];

    private static void Check<T, TVector>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> =>
        SameLanes.Assert<T, TVector>(values, "exp", VectorMath.Exp, VectorMath.ExpOfNegative);
}
