using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Usage;

public class UsageFixTests
{
    [Theory]
    [InlineData("Activations.Sigmoid(x, p); return Losses.BCEWithLogits(p, targets);", "Activations.Sigmoid(x, p); return Losses.BCEWithLogits(x, targets);")]
    [InlineData("Activations.Sigmoid(p, p); return Losses.BCEWithLogits(p, targets);", null)]
    public Task Passes_the_logits(string before, string? after) => Verify("ACT4002", before, after);

    [Theory]
    [InlineData("return MathF.Log(1 + MathF.Exp(a));", "return Functions.Softplus(a);")]
    [InlineData("return Functions.Log1p(Functions.Exp(-a * b));", "return Functions.Softplus(-a * b);")]
    [InlineData("return -Functions.Log(Functions.Sigmoid(a - b));", "return -Functions.LogSigmoid(a - b);")]
    [InlineData("return MathF.Log(1 / (1 + MathF.Exp(-a)));", "return Functions.LogSigmoid(a);")]
    [InlineData("return MathF.Log(1 / (1 + MathF.Exp(-a * 2)));", "return Functions.LogSigmoid(a * 2);")]
    [InlineData("return MathF.Log(1 / (1 + MathF.Exp(-a / b * 2)));", "return Functions.LogSigmoid(a / b * 2);")]
    [InlineData("return MathF.Log(1 / (1 + MathF.Exp(a * -b)));", "return Functions.LogSigmoid(-(a * -b));")]
    [InlineData("return MathF.Log(1 / (1 + MathF.Exp(a - b)));", "return Functions.LogSigmoid(-(a - b));")]
    [InlineData("Activations.Softmax(x, p, 3); Functions.ApplyLog(p, p); return p[0];", "Activations.Softmax(x, p, 3); Activations.LogSoftmax(x, p, 3); return p[0];")]
    [InlineData("Activations.Sigmoid(x, p); Functions.ApplyLog(p, q); return q[0];", "Activations.Sigmoid(x, p); Functions.ApplyLogSigmoid(x, q); return q[0];")]
    // another type of that name is nearer
    [InlineData("int Functions = 0; return MathF.Log(1 + MathF.Exp(a)) + Functions;", "int Functions = 0; return global::ActGen.Functions.Softplus(a) + Functions;")]
    // what the logits were is not certain, or they are of double
    [InlineData("Activations.Softmax(p, p); Functions.ApplyLog(p, p); return p[0];", null)]
    [InlineData("double d = a; return MathF.Log(1 + (float)Math.Exp(d));", null)]
    [InlineData("Activations.Softmax(x, p); return MathF.Log(p[0]);", null)]
    public Task Uses_the_stable_function(string before, string? after) => Verify("ACT4004", before, after);

    [Theory]
    [InlineData("net.Forward(x, p); return Losses.BCEWithLogits(targets, p);", "net.Forward(x, p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("net.Forward(x, p); return Losses.MSE(targets: p, outputs: targets, gradient: q);", "net.Forward(x, p); return Losses.MSE(targets: targets, outputs: p, gradient: q);")]
    public Task Swaps_the_arguments(string before, string? after) => Verify("ACT4008", before, after);

    private static Task Verify(string id, string before, string? after) =>
        new CodeFixTest { Id = id, TestCode = Program(before), FixedCode = Program(after ?? before) }.RunAsync();

    private static string Program(string body) => $$"""
        [Network(4)] [Dense(1)] [BCEWithLogitsLoss] public sealed partial class Net;
        class Program
        {
            static float Run(Net net, ReadOnlySpan<float> x, Span<float> p, Span<float> q, ReadOnlySpan<float> targets, float a, float b)
            {
                {{body}}
            }
        }
        """;
}
