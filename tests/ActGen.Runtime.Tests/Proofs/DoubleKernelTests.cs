using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>The kernels that the compiler derived from each built-in formula, in double, against the definition and its dual numbers.</summary>
public sealed class DoubleKernelTests
{
    public static TheoryData<string> Names => [.. ActivationDefinitions.BuiltIn.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernels_agree_with_the_definition(string name)
    {
        (ActivationDefinition definition, ICompiledFormula formula) = Find(name);
        foreach (double[] p in definition.Variants.Select(definition.Fill))
        {
            for (double x = -30.03; x < 31; x += 0.07)
            {
                double y = definition.Value(x, p), d = definition.Derivative(x, p);
                AssertClose(y, formula.Forward(x, p), $"f({x})");
                AssertClose(d, formula.Derivative(x, p), $"f'({x})");
                (double value, double derivative) = formula.ForwardWithDerivative(x, p);
                AssertClose(y, value, $"f({x}) beside f'");
                AssertClose(d, derivative, $"f'({x}) beside f");
                if (formula.Keeps == ActivationOperand.Output && p.All(parameter => parameter > 0))
                    AssertClose(d, formula.DerivativeOfOutput(y, p), $"f'({x}) from y");
                foreach (int parameter in definition.Learned)
                    AssertClose(definition.ParameterDerivative(x, p, parameter), formula.ParameterDerivative(parameter, x, p), $"∂f({x})/∂p{parameter}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kinks_follow_the_documented_conventions(string name)
    {
        (ActivationDefinition definition, ICompiledFormula formula) = Find(name);
        double[] p = definition.Fill([]);
        foreach (double kink in definition.Kinks)
        {
            double expected = definition.Derivative(kink, p);
            Assert.Equal(expected, formula.Derivative(kink, p));
            Assert.Equal(expected, formula.ForwardWithDerivative(kink, p).Derivative);
            if (formula.Keeps == ActivationOperand.Output)
                Assert.Equal(expected, formula.DerivativeOfOutput(formula.Forward(kink, p), p), 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Defaults_are_those_of_the_definition(string name)
    {
        (ActivationDefinition definition, ICompiledFormula formula) = Find(name);
        Assert.Equal(definition.Fill([]).Select(value => (float)value), formula.Defaults.Select(value => (float)value));
    }

    private static (ActivationDefinition Definition, ICompiledFormula Formula) Find(string name)
    {
        ActivationDefinition definition = ActivationDefinitions.Named(name);
        Type type = typeof(Formulas).GetNestedType(definition.Struct)!;
        return (definition, (ICompiledFormula)Activator.CreateInstance(typeof(CompiledFormula<>).MakeGenericType(type))!);
    }

    /// <summary>Relative 10⁻¹³ or absolute 10⁻¹⁵: a few roundings of double on either side.</summary>
    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-15 + (1e-13 * Math.Abs(expected)), $"{what}: expected {expected:R}, actual {actual:R}");
}
