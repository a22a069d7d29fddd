using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Every function gives the same bits on vectors of 128, 256 and 512 bits as on one lane.</summary>
public sealed class WidthTests
{
    private static readonly float[] Sample = Floats.Sample(stride: 1 << 17);

    public static TheoryData<string> Names => FunctionCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Float_kernels_do_not_depend_on_the_width(string name)
    {
        float[] one = Run<float, SimdScalar<float>>(name, Sample);
        AssertSame(name, Sample, one, Run<float, Simd128<float>>(name, Sample));
        AssertSame(name, Sample, one, Run<float, Simd256<float>>(name, Sample));
        AssertSame(name, Sample, one, Run<float, Simd512<float>>(name, Sample));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_kernels_do_not_depend_on_the_width(string name)
    {
        // Floats with a perturbed tail: all 53 bits are in use.
        double[] sample = [.. Sample.Select((x, i) => x * (1 + (i * 1.2345678901234567e-16))), double.MaxValue, double.Epsilon, 709.7, -745.1];
        double[] one = Run<double, SimdScalar<double>>(name, sample);
        AssertSame(name, sample, one, Run<double, Simd128<double>>(name, sample));
        AssertSame(name, sample, one, Run<double, Simd256<double>>(name, sample));
        AssertSame(name, sample, one, Run<double, Simd512<double>>(name, sample));
    }

    private static T[] Run<T, TVector>(string name, T[] x)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T[] y = new T[x.Length];
        FunctionCases.Of(name).Apply<T, TVector>(x, y);
        return y;
    }

    private static void AssertSame<T>(string name, T[] x, T[] expected, T[] actual)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            bool isSame = expected[i].Equals(actual[i]) && T.IsNegative(expected[i]) == T.IsNegative(actual[i]);
            Assert.True(isSame || (T.IsNaN(expected[i]) && T.IsNaN(actual[i])), $"{name}({x[i]:R}): {expected[i]:R} on one lane, {actual[i]:R} on many");
        }
    }
}
