using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Numerics.Functions;

namespace ActGen.Runtime.Tests.Numerics;

/// <summary>1/a without dividing has the bits of the division.</summary>
public sealed class ReciprocalTests
{
    /// <summary>All floats of the least and the largest exponents of the contract, and of those around 1: nothing in between differs but the exponent.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(252)]
    public void Every_significand_is_inverted_as_by_the_division(int exponent)
    {
        AssertRange<Simd512<float>>(exponent << 23, 1 << 23);
        AssertRange<Simd256<float>>(exponent << 23, 1 << 10);
        AssertRange<Simd128<float>>(exponent << 23, 1 << 10);
        AssertRange<SimdScalar<float>>(exponent << 23, 1 << 10);
    }

    [Fact]
    public void Every_exponent_is_inverted_as_by_the_division()
    {
        // The end of one exponent and the beginning of the next: the largest significand is the hard one.
        for (int exponent = 2; exponent <= 252; exponent++)
            AssertRange<Simd512<float>>((exponent << 23) - (1 << 12), 1 << 13);
    }

    [Fact]
    public void The_ends_are_those_of_the_division()
    {
        foreach (float x in new[] { 0f, 8.507059173023462e+37f, 1.17549435e-38f, float.PositiveInfinity, float.NaN })
        {
            foreach (float actual in new[] { Of<SimdScalar<float>>(x), Of<Simd128<float>>(x), Of<Simd256<float>>(x), Of<Simd512<float>>(x) })
                Assert.True(Floats.AreSame(1 / x, actual), $"1 / {x:R}: {actual:R}");
        }

        static float Of<TVector>(float x)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            float[] lanes = new float[TVector.Count];
            TVector.Store(TVector.Reciprocal(TVector.Broadcast(x)), ref lanes[0], 0);
            return lanes[0];
        }
    }

    [Fact]
    public void Lanes_of_double_are_divided() => Assert.Equal(1 / 3d, Simd512<double>.LargestLane(Simd512<double>.Reciprocal(Simd512<double>.Broadcast(3))));

    private static void AssertRange<TVector>(int first, int count)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        float[] values = new float[1024];
        TVector one = TVector.Constant(1), all = TVector.AreEqual(one, one), wrong = TVector.Zero;
        for (int start = 0; start < count; start += values.Length)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = BitConverter.Int32BitsToSingle(first + start + i);
            for (int i = 0; i < values.Length; i += TVector.Count)
            {
                TVector x = TVector.Load(in values[i], 0);
                wrong = TVector.Or(wrong, TVector.Select(TVector.AreEqual(TVector.Reciprocal(x), one / x), TVector.Zero, all));
            }
            Assert.False(TVector.Any(wrong), $"from {values[0]:R} to {values[^1]:R}");
        }
    }
}
