using ActGen.Runtime.Tests.Proofs.Checks;

namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>The yardstick itself is measured first: against tables and against difference quotients.</summary>
public sealed class DefinitionTests
{
    // Digits of Abramowitz & Stegun, tables 7.1 and 26.1, extended with mpmath to 17 digits.
    [Theory]
    [InlineData(0.1, 0.1124629160182849)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(2.9, 0.9999589021219005)]
    [InlineData(3.1, 0.9999883513426328)]
    public void Erf_has_the_digits_of_the_tables(double x, double expected)
    {
        Assert.Equal(expected, RealFunctions.Erf(x), 1e-15);
        Assert.Equal(-expected, RealFunctions.Erf(-x), 1e-15);
        Assert.Equal(1 - expected, RealFunctions.Erfc(x), 1e-15);
    }

    [Theory]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(-5, 2.8665157187919391e-7)]
    [InlineData(-10, 7.6198530241605261e-24)]
    public void The_lower_tail_of_the_normal_distribution_keeps_its_digits(double x, double expected) =>
        Assert.Equal(1, RealFunctions.NormalCdf(x) / expected, 1e-12);

    [Theory]
    [InlineData(1e-10, 9.9999999995e-11)]
    [InlineData(0.5, 0.4054651081081644)]
    [InlineData(-0.5, -0.6931471805599453)]
    public void Log1p_keeps_small_arguments(double x, double expected) => Assert.Equal(1, RealFunctions.Log1p(x) / expected, 1e-15);

    // Known answers of the Random123 distribution, file kat_vectors, philox 4x32 10.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_known_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal([r0, r1, r2, r3], ReferencePhilox.Block([c0, c1, c2, c3], [k0, k1]));

    public static TheoryData<string> Activations => [.. ActivationDefinitions.All.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Dual_numbers_differentiate_every_definition(string name)
    {
        ActivationDefinition definition = ActivationDefinitions.Named(name);
        foreach (double[] p in definition.Variants.Select(definition.Fill))
        {
            for (double x = -6.03; x < 7; x += 0.1)
            {
                double at = x;
                Quotient expected = FiniteDifferences.Derivative(() => [definition.Value(at, p)], ref at)[0];
                Tolerance.AssertDifferences(expected, definition.Derivative(x, p), () => $"{name} at {x}");
                foreach (int parameter in definition.Learned)
                {
                    double[] q = [.. p];
                    expected = FiniteDifferences.Derivative(() => [definition.Value(x, q)], ref q[parameter])[0];
                    Tolerance.AssertDifferences(expected, definition.ParameterDerivative(x, p, parameter), () => $"{name} at {x}, parameter {parameter}");
                }
            }
        }
    }

    [Theory]
    [InlineData("ReLU", 0, 0)]
    [InlineData("LeakyReLU", 0, 0.01)]
    [InlineData("PReLU", 0, 0.25)]
    [InlineData("ReLU6", 0, 0)]
    [InlineData("ReLU6", 6, 0)]
    [InlineData("HardTanh", -1, 0)]
    [InlineData("HardTanh", 1, 0)]
    public void Kinks_follow_the_documented_conventions(string name, double x, double derivative)
    {
        ActivationDefinition definition = ActivationDefinitions.Named(name);
        Assert.Equal(derivative, definition.Derivative(x, definition.Fill([])));
    }
}
