using static ActGen.Functions;

namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Exact points, limits and the cases that other libraries get wrong.</summary>
public sealed class SpecialValueTests
{
    private const float Infinity = float.PositiveInfinity;

    public static TheoryData<string, float, float> Values => new()
    {
        { "Exp", 0f, 1f }, { "Exp", -0f, 1f }, { "Exp", -Infinity, 0f }, { "Exp", Infinity, Infinity },
        { "Exp", 88.72283f, 3.4027985e38f }, { "Exp", 88.72284f, Infinity }, { "Exp", -103.97207f, 1e-45f }, { "Exp", -103.97209f, 0f },
        { "Exp", float.MaxValue, Infinity }, { "Exp", float.MinValue, 0f },
        { "Expm1", 0f, 0f }, { "Expm1", -0f, -0f }, { "Expm1", -Infinity, -1f }, { "Expm1", Infinity, Infinity }, { "Expm1", 1e-8f, 1e-8f },
        { "Expm1", -float.Epsilon, -float.Epsilon }, { "Expm1", 88.72283f, 3.4027985e38f }, { "Expm1", 88.72284f, Infinity },
        { "Log", 1f, 0f }, { "Log", 0f, -Infinity }, { "Log", -0f, -Infinity }, { "Log", -1f, float.NaN }, { "Log", -Infinity, float.NaN },
        { "Log", Infinity, Infinity }, { "Log", float.Epsilon, -103.27893f }, { "Log", float.MaxValue, 88.72284f },
        { "Log1p", 0f, 0f }, { "Log1p", -0f, -0f }, { "Log1p", -1f, -Infinity }, { "Log1p", -1.0000001f, float.NaN }, { "Log1p", -Infinity, float.NaN },
        { "Log1p", Infinity, Infinity }, { "Log1p", 1e-8f, 1e-8f }, { "Log1p", float.MaxValue, 88.72284f }, { "Log1p", float.Epsilon, float.Epsilon },
        { "Tanh", 0f, 0f }, { "Tanh", -0f, -0f }, { "Tanh", 1e-8f, 1e-8f }, { "Tanh", Infinity, 1f }, { "Tanh", -Infinity, -1f }, { "Tanh", 1e20f, 1f },
        { "Sigmoid", 0f, 0.5f }, { "Sigmoid", -0f, 0.5f }, { "Sigmoid", Infinity, 1f }, { "Sigmoid", -Infinity, 0f }, { "Sigmoid", -1e20f, 0f },
        { "Sigmoid", 1e20f, 1f }, { "Sigmoid", -89f, 2.227364e-39f },
        { "Softplus", 0f, 0.6931472f }, { "Softplus", Infinity, Infinity }, { "Softplus", -Infinity, 0f }, { "Softplus", 89f, 89f },
        { "Softplus", -20f, 2.0611537e-09f }, { "Softplus", -104f, 0f }, { "Softplus", float.MaxValue, float.MaxValue },
        { "LogSigmoid", -1e30f, -1e30f }, { "LogSigmoid", 50f, -1.9287499e-22f }, { "LogSigmoid", Infinity, -0f }, { "LogSigmoid", -Infinity, -Infinity },
        { "Erf", 0f, 0f }, { "Erf", -0f, -0f }, { "Erf", Infinity, 1f }, { "Erf", -Infinity, -1f }, { "Erf", 4f, 1f }, { "Erf", 1e-45f, 1e-45f },
        { "Erfc", 0f, 1f }, { "Erfc", -0f, 1f }, { "Erfc", Infinity, 0f }, { "Erfc", -Infinity, 2f }, { "Erfc", 10f, 2.0887e-45f }, { "Erfc", 1e20f, 0f },
        { "Sin", 0f, 0f }, { "Sin", -0f, -0f }, { "Sin", Infinity, float.NaN }, { "Sin", -Infinity, float.NaN }, { "Sin", 1e-45f, 1e-45f },
        { "Sin", 3.1415927f, -8.7422777e-8f }, { "Sin", float.MaxValue, -0.5218765f }, { "Sin", 1e22f, -0.73408157f }, { "Sin", -131072.5f, 0.85662544f },
        { "Cos", 0f, 1f }, { "Cos", -0f, 1f }, { "Cos", Infinity, float.NaN }, { "Cos", -Infinity, float.NaN }, { "Cos", 1.5707964f, -4.3711388e-8f },
        { "Cos", float.MaxValue, 0.853021f }, { "Cos", 1e22f, 0.67906135f },
        { "Atan", 0f, 0f }, { "Atan", -0f, -0f }, { "Atan", Infinity, 1.5707964f }, { "Atan", -Infinity, -1.5707964f }, { "Atan", 1f, 0.7853982f },
        { "Atan", float.MaxValue, 1.5707964f }, { "Atan", 1e-45f, 1e-45f },
        { "NormalCdf", 0f, 0.5f }, { "NormalCdf", Infinity, 1f }, { "NormalCdf", -Infinity, 0f }, { "NormalCdf", -1e20f, 0f },
        { "NormalPdf", 0f, 0.3989423f }, { "NormalPdf", Infinity, 0f }, { "NormalPdf", -Infinity, 0f }, { "NormalPdf", 1e20f, 0f },
    };

    public static TheoryData<string> Names => FunctionCases.Names;

    [Theory]
    [MemberData(nameof(Values))]
    public void Has_its_value(string name, float x, float expected)
    {
        float actual = FunctionCases.Of(name).Apply([x])[0];
        Assert.True(Floats.AreSame(expected, actual), $"{name}({x:R}) is {actual:R}, expected {expected:R}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_in_gives_NaN_out(string name) => Assert.All(FunctionCases.Of(name).Apply([float.NaN, -float.NaN]), y => Assert.True(float.IsNaN(y)));

    [Fact]
    public void Sigmoid_stays_between_its_limits() =>
        Assert.All(FunctionCases.Of("Sigmoid").Apply(Floats.Sample(1 << 16)), y => Assert.True(float.IsNaN(y) || (y >= 0 && y <= 1)));

    [Fact]
    public void Scalar_functions_that_need_no_kernel()
    {
        Assert.Equal(1.4142135f, Sqrt(2f));
        Assert.Equal(2f, Abs(-2f));
        Assert.Equal((1f, -1f), (Sign(3f), Sign(-0.5f)));
        Assert.True(float.IsNegative(Sign(-0f)) && Sign(-0f) == 0f && float.IsNaN(Sign(float.NaN)));
        Assert.True(float.IsNegative(Min(0f, -0f)) && float.IsPositive(Max(-0f, 0f)));
        Assert.True(float.IsNaN(Min(float.NaN, 1f)) && float.IsNaN(Max(1f, float.NaN)));
    }
}
