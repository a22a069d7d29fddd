using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Losses;

public class ActivationAppliedTwiceFixTests
{
    [Theory]
    [InlineData("[Network(4)]\n[Dense(10), Softmax] // probabilities\n[CrossEntropyLoss]\npartial class Net;", "[Network(4)]\n[Dense(10)] // probabilities\n[CrossEntropyLoss]\npartial class Net;")]
    [InlineData("[Network(4)]\n[Dense(10)]\n[Softmax]\n[CrossEntropyLoss]\npartial class Net;", "[Network(4)]\n[Dense(10)]\n[CrossEntropyLoss]\npartial class Net;")]
    public Task Removes_softmax(string before, string after) =>
        new CodeFixTest { Id = "ACT2001", TestCode = before, FixedCode = after }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(1)] [Sigmoid] [BCEWithLogitsLoss] partial class Net;", "[Network(4)] [Dense(1)] [BCEWithLogitsLoss] partial class Net;")]
    [InlineData(
        "[Network(4)] [Dense(1), Activation<Own>, BCEWithLogitsLoss] partial class Net;\n[ActivationFunction] readonly partial struct Own { static float Formula(float x) => 1 / (1 + Functions.Exp(-x)); }",
        "[Network(4)] [Dense(1), BCEWithLogitsLoss] partial class Net;\n[ActivationFunction] readonly partial struct Own { static float Formula(float x) => 1 / (1 + Functions.Exp(-x)); }")]
    public Task Removes_sigmoid(string before, string after) =>
        new CodeFixTest { Id = "ACT2002", TestCode = before, FixedCode = after }.RunAsync();
}
