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

    [Theory]
    // A local hides the field: the name alone would be another variable.
    [InlineData("var logits = p.Length; return Losses.CrossEntropy(p, labels) + logits;", "var logits = p.Length; return Losses.CrossEntropy(this.logits, labels) + logits;")]
    [InlineData("return Losses.CrossEntropy(p, labels);", "return Losses.CrossEntropy(logits, labels);")]
    public Task Passes_the_field_that_held_the_logits(string before, string after) =>
        new CodeFixTest { Id = "ACT4001", TestCode = WithField(before), FixedCode = WithField(after) }.RunAsync();

    private static string WithField(string body) => $$"""
        class Program
        {
            private readonly float[] logits = new float[20];

            float Run(float[] p, int[] labels)
            {
                Activations.Softmax(this.logits, p);
                {{body}}
            }
        }
        """;

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
