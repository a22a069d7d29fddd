using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

/// <summary>What the derived code of the well-known functions costs, operation by operation.</summary>
public class OperationCountTests
{
    [Theory]
    [InlineData("Sigmoid", 2, 0, 0)] // y·(1 − y)
    [InlineData("Tanh", 1, 0, 0)] // fma(−y, y, 1)
    [InlineData("Softplus", 3, 0, 1)] // −expm1(−β·y)
    [InlineData("LogSigmoid", 1, 0, 1)] // −expm1(y)
    [InlineData("ELU", 3, 0, 0)] // y > 0 ? 1 : y + α
    [InlineData("SELU", 3, 0, 0)]
    [InlineData("ReLU", 2, 0, 0)] // y > 0 ? 1 : y, that is 0 or NaN
    [InlineData("LeakyReLU", 4, 0, 0)]
    [InlineData("Softsign", 3, 0, 0)] // (1 − |y|)²
    [InlineData("Exponential", 0, 0, 0)] // y
    public void Derivative_from_y(string name, int cheap, int divisions, int functions)
    {
        OperationCount count = OperationCount.Of(Kernel(name).DerivativeOfOutput!);
        Assert.Equal((cheap, divisions, functions), (count.Cheap, count.Divisions, count.Functions));
    }

    [Theory]
    [InlineData("Sin", false)]
    [InlineData("GELU", false)]
    [InlineData("ELU", false)] // two exponentials
    [InlineData("Softplus", false)] // and an exponential beside it
    [InlineData("LiSHT", true)] // tanh and σ
    public void Several_functions_beside_an_exponential_are_calls(string name, bool isTooMuch) =>
        Assert.Equal(isTooMuch, OperationCount.Of(Kernel(name).Forward, Kernel(name).DerivativeOfOutput ?? Kernel(name).Derivative).IsTooMuchToInline);

    [Theory]
    [InlineData("GELU", 3, 0, 1)]
    [InlineData("SiLU", 12, 0, 1)] // max(x, −0) + a·σ(a), a = max(−abs x, −1,024): five; f′: the rest
    [InlineData("Mish", 3, 0, 1)]
    [InlineData("GELUTanh", 30, 0, 1)]
    [InlineData("Swish", 33, 0, 1)] // twelve of them for β = 0 and at infinity
    public void Value_and_derivative_together_come_from_one_exponential(string name, int cheap, int divisions, int functions)
    {
        OperationCount count = OperationCount.Of(Kernel(name).Forward, Kernel(name).Derivative);
        Assert.Equal(functions, count.Functions);
        Assert.Equal(divisions, count.Divisions);
        Assert.InRange(count.Cheap, 0, cheap);
    }

    [Theory]
    [InlineData("ReLU", 1, 0, 0)]
    [InlineData("LeakyReLU", 3, 0, 0)]
    [InlineData("ReLU6", 2, 0, 0)]
    [InlineData("Softsign", 4, 1, 0)]
    [InlineData("ELU", 3, 0, 1)]
    [InlineData("Sigmoid", 0, 0, 1)]
    [InlineData("Tanh", 0, 0, 1)]
    public void Value(string name, int cheap, int divisions, int functions)
    {
        OperationCount count = OperationCount.Of(Kernel(name).Forward);
        Assert.Equal((divisions, functions), (count.Divisions, count.Functions));
        Assert.InRange(count.Cheap, 0, cheap);
    }

    [Theory]
    [InlineData("x / (1 + Exp(-x))", 1)] // as people write SiLU
    [InlineData("0.5f * x * (1 + Erf(x / 1.41421356f))", 1)]
    [InlineData("x * Tanh(Log(1 + Exp(x)))", 1)]
    [InlineData("x * Tanh(Softplus(x))", 1)]
    [InlineData("Sigmoid(x) * (1 - Sigmoid(x))", 1)]
    [InlineData("x + Sin(x) * Sin(x)", 1)] // sin x and cos x from one reduction
    [InlineData("Sin(3 * x)", 1)]
    [InlineData("Exp(-x * x)", 1)]
    [InlineData("x * Exp(-x * x)", 1)]
    public void Functions_of_users_formulas(string expression, int functions)
    {
        FormulaKernel kernel = FormulaAnalysis.Of(Read.Expression(expression)).Kernel;
        Assert.Equal(functions, OperationCount.Of(kernel.Forward, kernel.Derivative).Functions);
    }

    /// <summary>∂(x·σ(βx))/∂β = x²·σ·(1−σ).</summary>
    [Fact]
    public void Derivative_by_beta_takes_one_exponential() =>
        Assert.Equal(1, OperationCount.Of(Kernel("Swish").ParameterDerivatives[0]).Functions);

    private static FormulaKernel Kernel(string name) => FormulaAnalysis.Of(Read.BuiltIn(name)).Kernel;
}
