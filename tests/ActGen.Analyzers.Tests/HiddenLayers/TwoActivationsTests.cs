using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class TwoActivationsTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        """;

    [Theory]
    // the second does nothing
    [InlineData("[Dense(20), Sigmoid, {|ACT1007:ReLU|}]", "all of its inputs lie between 0 and 1, where it returns them unchanged. Remove [ReLU].")]
    [InlineData("[Dense(20), Tanh, Dropout(0), {|ACT1007:HardTanh|}]", "all of its inputs lie between -1 and 1, where it returns them unchanged. Remove [HardTanh].")]
    [InlineData("[Dense(20), Activation<Logistic>, {|ACT1007:Activation<Ramp>|}]", "where it returns them unchanged")]
    [InlineData("[Dense(20), Softplus, {|ACT1007:ReLU|}]", "all of its inputs lie from 0 on")]
    // sigmoid of what is bounded: σ(0) = ½, σ(1) = 0.7311, σ(±1)
    [InlineData("[Dense(20), {|ACT1007:ReLU|}, Sigmoid]", "what [Sigmoid] gives is never below 0.5000. Remove [ReLU].")]
    [InlineData("[Dense(20), {|ACT1007:Activation<Ramp>|}, Activation<Logistic>]", "never below 0.5000")]
    [InlineData("[Dense(20), {|ACT1007:Sigmoid|}, Sigmoid]", "what [Sigmoid] gives stays between 0.5000 and 0.7311. Remove [Sigmoid].")]
    [InlineData("[Dense(20), {|ACT1007:Tanh|}, HardSigmoid]", "what [HardSigmoid] gives stays between 0.3333 and 0.6667.")]
    // softmax of what is bounded: e/(e + 19); of a rectifier
    [InlineData("[Dense(20), {|ACT1007:Sigmoid|}] [{|ACT1001:Softmax|}]", "over 20 outputs none gets more than probability 0.1252.")]
    [InlineData("[Dense(20), {|ACT1007:ReLU|}, LogSoftmax]", "count the same and get no gradient, 50 % of them in a new network")]
    public async Task Reports(string layers, string consequence)
    {
        Assert.Equal(0.1252, Math.E / (Math.E + 19), 4);
        Assert.Equal(0.7311, 1 / (1 + Math.Exp(-1)), 4);
        Diagnostic found = (await NetworkTest.VerifyAsync($"[Network(8)] {layers.Replace("Dropout(0)", "{|ACT3004:Dropout(0)|}")} [Dense(20), ReLU] [Dense(2)] [CrossEntropyLoss]", Own)).Single(one => one.Id == "ACT1007");

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public async Task Softmax_of_softmax()
    {
        string message = await NetworkTest.MessageAsync("[Network(8)] [Dense(10), {|ACT1007:Softmax|}, Softmax]");

        Assert.Contains($"none gets more than probability {Math.E / (Math.E + 9):F4}", message);
    }

    [Fact]
    public async Task The_same_twice_is_information() => Assert.Equal(
        DiagnosticSeverity.Info,
        Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(20), ReLU, {|ACT1007:ReLU|}] [Dense(2)] [CrossEntropyLoss]")).Severity);

    [Theory]
    // exp of log-probabilities sums to 1
    [InlineData("[Network(8)] [Dense(10), {|ACT1007:LogSoftmax|}, Softmax]", "[LogSoftmax] directly before [Softmax]: [Softmax] gives the same without it, and 20 exponentials fewer for each training row. Remove [LogSoftmax].")]
    [InlineData("[Network(8)] [Dense(10), LogSoftmax, {|ACT1007:LogSoftmax|}] [NLLLoss]", "the second changes nothing")]
    public async Task Softmax_of_log_probabilities_is_information(string stack, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync(stack));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    // exp of what softmin turns round sums to anything
    [InlineData("[Network(8)] [Dense(10), LogSoftmax, Softmin]")]
    [InlineData("[Network(8)] [Dense(10), LogSoftmax] [Dropout(0.5)] [Softmax]")]
    public Task Other_distributions_of_log_probabilities_are_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Theory]
    // a clamp
    [InlineData("[Dense(20), ReLU, HardTanh]")]
    [InlineData("[Dense(20), GELU, ReLU6]")]
    [InlineData("[Dense(20), ReLU, Tanh]")]
    // dropout enlarges what it keeps: beyond the clamp
    [InlineData("[Dense(20), Tanh, Dropout(0.5), HardTanh]")]
    // weights between
    [InlineData("[Dense(20), ReLU] [Dense(20), Sigmoid]")]
    [InlineData("[Dense(20), LeakyReLU, Sigmoid]")]
    [InlineData("[Dense(20), PReLU, Sigmoid]")]
    [InlineData("[Dense(20), GLU, ReLU]")]
    public Task Is_silent(string layers) => NetworkTest.VerifyAsync($"[Network(8)] {layers} [Dense(20), ReLU] [Dense(2)] [CrossEntropyLoss]");
}
