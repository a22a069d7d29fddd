using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class FlattenFixTests
{
    [Theory]
    [InlineData("[Dense(10)]", "[Flatten, Dense(10)]")]
    [InlineData("[ReLU, Dense(10)]", "[ReLU, Flatten, Dense(10)]")]
    [InlineData("[ReLU] [SwiGLU(10)]", "[ReLU] [Flatten, SwiGLU(10)]")]
    [InlineData("[ActGen.Dense(10), ReLU]", "[ActGen.Flatten, ActGen.Dense(10), ReLU]")]
    [InlineData("[GatedDense<Formulas.ELU>(3)]", "[Flatten, GatedDense<Formulas.ELU>(3)]")]
    public Task Puts_all_values_on_one_axis(string before, string after) => new CodeFixTest
    {
        Id = "ACT0005",
        TestCode = $"[Network(1, 28, 28)] {before} partial class Net;",
        FixedCode = $"[Network(1, 28, 28)] {after} partial class Net;",
    }.RunAsync();

    [Theory]
    [InlineData("[Network(5)] [GLU]")]
    [InlineData("[Network(1, 28, 28)] [Reshape(7, 7)]")]
    [InlineData("[Network(2, 3, 4)] [PReLU(PerChannel = true)]")]
    public Task Guesses_nothing_else(string layers)
    {
        string code = $"{layers} partial class Net;";
        return new CodeFixTest { Id = "ACT0005", TestCode = code, FixedCode = code }.RunAsync();
    }
}
