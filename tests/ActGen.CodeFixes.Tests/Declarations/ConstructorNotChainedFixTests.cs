using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class ConstructorNotChainedFixTests
{
    [Theory]
    [InlineData("public Net(string name) { }", "public Net(string name) : this(seed: 0) { }")]
    [InlineData("public Net() { }", "public Net() : this(seed: 0) { }")]
    [InlineData("public Net(int seed, int more) { }", "public Net(int seed, int more) : this(seed) { }")]
    public Task Calls_the_generated_constructor(string before, string after) =>
        new CodeFixTest { Id = "ACT0014", TestCode = Program(before), FixedCode = Program(after) }.RunAsync();

    [Fact]
    public Task Leaves_base_calls_to_the_author()
    {
        string code = Program("public Net(string name) : base() { }");
        return new CodeFixTest { Id = "ACT0014", TestCode = code, FixedCode = code }.RunAsync();
    }

    private static string Program(string constructor) => $"[Network(4)] [Dense(2)] sealed partial class Net {{ {constructor} }}";
}
