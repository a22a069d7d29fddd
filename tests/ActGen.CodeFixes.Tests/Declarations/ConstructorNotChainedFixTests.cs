using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class ConstructorNotChainedFixTests
{
    [Theory]
    [InlineData("public Net(string name) { }", "public Net(string name) : this(seed: 0L) { }")]
    [InlineData("public Net() { }", "public Net() : this(seed: 0L) { }")]
    [InlineData("public Net(long seed, int more) { }", "public Net(long seed, int more) : this(seed) { }")]
    [InlineData("public Net(long seed, int more = 1) { }", "public Net(long seed, int more = 1) : this(seed) { }")]
    // Without the type these would call themselves.
    [InlineData("public Net(int seed) { }", "public Net(int seed) : this((long)seed) { }")]
    [InlineData("public Net(int seed, int more = 1) { }", "public Net(int seed, int more = 1) : this((long)seed) { }")]
    [InlineData("public Net(double seed) { }", "public Net(double seed) : this(seed: 0L) { }")]
    // And this the other.
    [InlineData("public Net() { } public Net(int seed) : this(1L) { }", "public Net() : this(seed: 0L) { } public Net(int seed) : this(1L) { }")]
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
