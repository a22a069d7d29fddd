using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Declarations;

public class NotPartialFixTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(2)] public sealed class Net;", "[Network(4)] [Dense(2)] public sealed partial class Net;")]
    [InlineData("[Network(4)] [Dense(2)] /* n */ class Net { }", "[Network(4)] [Dense(2)] /* n */ partial class Net { }")]
    [InlineData(
        "internal static class Outer\n{\n    internal struct Inner\n    {\n        [Network(4)] [Dense(2)] class A;\n        [Network(4)] [Dense(2)] class B;\n    }\n}",
        "internal static partial class Outer\n{\n    internal partial struct Inner\n    {\n        [Network(4)] [Dense(2)] partial class A;\n        [Network(4)] [Dense(2)] partial class B;\n    }\n}")]
    public Task Adds_partial_to_the_class_and_the_types_around_it(string before, string after) =>
        new CodeFixTest { Id = "ACT0001", TestCode = before, FixedCode = after }.RunAsync();
}
