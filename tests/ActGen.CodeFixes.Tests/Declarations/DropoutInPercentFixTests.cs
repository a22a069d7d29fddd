using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class DropoutInPercentFixTests
{
    [Theory]
    [InlineData("20", "0.2")]
    [InlineData("7", "0.07")]
    [InlineData("12.5", "0.125")]
    [InlineData("rate: 50f", "rate: 0.5")]
    public Task Divides_by_a_hundred(string before, string after) => new CodeFixTest
    {
        Id = "ACT0006",
        TestCode = $"[Network(4)] [Dense(8), ReLU] [Dropout({before})] [Dense(2)] partial class Net;",
        FixedCode = $"[Network(4)] [Dense(8), ReLU] [Dropout({after})] [Dense(2)] partial class Net;",
    }.RunAsync();

    [Theory]
    [InlineData("[Dropout(-1)]")]
    [InlineData("[Dropout(200)]")]
    [InlineData("[Dropout(double.NaN)]")]
    [InlineData("[Dense(0)]")]
    public Task Guesses_nothing_else(string layer)
    {
        string code = $"[Network(4)] {layer} [Dense(2)] partial class Net;";
        return new CodeFixTest { Id = "ACT0006", TestCode = code, FixedCode = code }.RunAsync();
    }
}
