using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class UnboundedRecurrenceTests
{
    [Fact]
    public async Task Says_how_often_the_state_is_fed_back()
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(21, 4)] [{|ACT1012:RNN(8, Activation = RecurrentActivation.ReLU)|}] [Dense(2)] [CrossEntropyLoss]"));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains("[RNN(8)] feeds its state back 20 times", found.GetMessage());
        Assert.Contains("enlarge it 6.7 times", found.GetMessage());
    }

    [Fact]
    public Task Is_told_of_every_such_layer() =>
        NetworkTest.VerifyAsync("[Network(2, 4)] [{|ACT1012:RNN(8, Activation = RecurrentActivation.ReLU, ReturnSequences = true)|}] [{|ACT1012:RNN(3, Activation = RecurrentActivation.ReLU)|}] [Dense(2)] [CrossEntropyLoss]");

    [Fact]
    public Task Is_told_beside_what_a_loss_says_of_the_layer() =>
        NetworkTest.VerifyAsync("[Network(9, 4)] [{|ACT1012:{|ACT1009:RNN(3, Activation = RecurrentActivation.ReLU)|}|}] [CrossEntropyLoss]");

    [Theory]
    // bounded, gated, of one step, or in no recurrent layer
    [InlineData("[Network(21, 4)] [RNN(8)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(21, 4)] [RNN(8, Activation = RecurrentActivation.Tanh)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(21, 4)] [LSTM(8, ReturnSequences = true)] [GRU(8)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(1, 4)] [RNN(8, Activation = RecurrentActivation.ReLU)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(21, 4)] [GRU(8)] [Dense(16), ReLU] [Dense(16), ReLU] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
