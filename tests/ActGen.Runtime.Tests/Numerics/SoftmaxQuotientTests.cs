using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Numerics.Functions;

namespace ActGen.Runtime.Tests.Numerics;

/// <summary>e/S without dividing has the bits of the division.</summary>
public sealed class SoftmaxQuotientTests
{
    [Fact]
    public void Quotients_are_those_of_the_division()
    {
        Random random = new(1);
        float[] values = new float[16 * 64];
        for (int sum = 0; sum < 2000; sum++)
        {
            // 1 to 2³¹, with few and with all bits of the significand set too.
            int significand = random.Next(1 << 23);
            significand = (sum % 4) switch { 0 => significand & 0x700003, 1 => significand | 0x7FFF00, _ => significand };
            float divisor = BitConverter.Int32BitsToSingle(((127 + (sum % 32)) << 23) | significand);
            for (int i = 0; i < values.Length; i++)
            {
                // All magnitudes in one half of the vectors, in the others those that are not divided.
                int exponent = random.Next(i % 32 < 16 ? 0 : 37, 127);
                values[i] = i % 61 == 0 ? 0 : BitConverter.Int32BitsToSingle((exponent << 23) | random.Next(1 << 23));
            }
            Check<SimdScalar<float>>(values, divisor);
            Check<Simd128<float>>(values, divisor);
            Check<Simd256<float>>(values, divisor);
            Check<Simd512<float>>(values, divisor);
        }
    }

    [Fact]
    public void NaN_in_a_row_reaches_all_of_it() => Check<Simd512<float>>([.. Enumerable.Repeat(1f, 15), float.NaN], float.NaN);

    private static void Check<TVector>(float[] values, float divisor)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        SoftmaxQuotient<float, TVector> quotient = new(divisor);
        float[] lanes = new float[TVector.Count];
        for (int i = 0; i < values.Length; i += TVector.Count)
        {
            TVector.Store(quotient.Apply(TVector.Load(in values[i], 0)), ref lanes[0], 0);
            for (int lane = 0; lane < lanes.Length; lane++)
                Assert.True(Floats.AreSame(values[i + lane] / divisor, lanes[lane]), $"{values[i + lane]:R} / {divisor:R}: {lanes[lane]:R}");
        }
    }
}
