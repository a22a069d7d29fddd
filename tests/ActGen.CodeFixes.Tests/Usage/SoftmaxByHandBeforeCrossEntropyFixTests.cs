using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Usage;

public class SoftmaxByHandBeforeCrossEntropyFixTests
{
    [Theory]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy(p, labels);", "Activations.Softmax(logits, p); return Losses.CrossEntropy(logits, labels);")]
    [InlineData("Activations.Softmax(logits, p); return Losses.CrossEntropy(labels: labels, logits: p);", "Activations.Softmax(logits, p); return Losses.CrossEntropy(labels: labels, logits: logits);")]
    public Task Passes_the_logits(string before, string after) =>
        new CodeFixTest { Id = "ACT4001", TestCode = Program(before), FixedCode = Program(after) }.RunAsync();

    [Theory]
    // gone
    [InlineData("Activations.Softmax(p, p); return Losses.CrossEntropy(p, labels);")]
    // not all of them
    [InlineData("Activations.Softmax(logits[..10], p); return Losses.CrossEntropy(p, labels);")]
    // out of scope
    [InlineData("{ float[] z = [1, 2]; Activations.Softmax(z, p); } return Losses.CrossEntropy(p, labels);")]
    public Task Offers_nothing_where_the_logits_are_not_certain(string body) =>
        new CodeFixTest { Id = "ACT4001", TestCode = Program(body), FixedCode = Program(body) }.RunAsync();

    private static string Program(string body) => $$"""
        class Program
        {
            static float Run(ReadOnlySpan<float> logits, Span<float> p, ReadOnlySpan<int> labels)
            {
                {{body}}
            }
        }
        """;
}
