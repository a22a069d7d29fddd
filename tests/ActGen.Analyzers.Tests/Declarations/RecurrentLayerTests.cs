using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Declarations;

/// <summary>Recurrent layers that cannot be, and rules that have nothing to say of those that can.</summary>
public class RecurrentLayerTests
{
    [Theory]
    [InlineData("[Network(784)] [{|ACT0005:LSTM(32)|}] [Dense(2)]", "declare its steps and their features, as [Network(784, 1)] for 784 single values")]
    [InlineData("[Network(1, 28, 28)] [{|ACT0005:RNN(32)|}] [Dense(2)]", "to read an image row by row put [Reshape(28, 28)] before it")]
    [InlineData("[Network(3, 32, 30)] [{|ACT0005:GRU(32)|}] [Dense(2)]", "put [Permute(2, 3, 1), Reshape(32, 90)] before it")]
    [InlineData("[Network(3, 32)] [Conv1D(8, 3), ReLU] [{|ACT0005:GRU(32)|}] [Dense(2)]", "gives (channels, length), 8×30: put [Permute(2, 1)] before it")]
    [InlineData("[Network(9, 32)] [LSTM(16)] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "[LSTM] gives rows of shape 16: set ReturnSequences = true on the recurrent layer before it, or make a sequence by [Reshape(16, 1)]")]
    [InlineData("[Network(9, 32)] [LSTM(16)] [Dropout(0.2)] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "set ReturnSequences = true")]
    [InlineData("[Network(2, 3, 4, 5)] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "put [Reshape] to two axes before it")]
    [InlineData("[Network(9, 4)] [LSTM({|ACT0006:0|})] [Dense(2)]", "a recurrent layer has at least one unit")]
    [InlineData("[Network(9, 4)] [RNN(8, {|ACT0006:Activation = (RecurrentActivation)2|})] [Dense(2)]", "it is no member of RecurrentActivation")]
    [InlineData("[Network(9, 4)] [GRU(8, {|ACT0006:InitScale = double.NaN|})] [Dense(2)]", "a finite float")]
    [InlineData("[Network(9, 4)] [LSTM({|ACT0006:100000|})] [Dense(2)]", "parameters")]
    [InlineData("[Network(9, 4)] [{|ACT0005:LSTM(2000000000, Bidirectional = true)|}] [Dense(2)]", "would give 4,000,000,000 features")]
    public async Task Says_what_is_wrong(string stack, string text) =>
        Assert.Contains(text, Assert.Single(await NetworkTest.VerifyAsync(stack), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).GetMessage());

    [Theory]
    // What an error says to write.
    [InlineData("[Network(784, 1)] [LSTM(32)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(1, 28, 28)] [Reshape(28, 28)] [RNN(32)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 32, 30)] [Permute(2, 3, 1), Reshape(32, 90)] [GRU(32)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 32)] [Conv1D(8, 3), ReLU] [Permute(2, 1)] [GRU(32)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(9, 32)] [LSTM(16, ReturnSequences = true)] [LSTM(8)] [Dense(2)] [CrossEntropyLoss]")]
    // Nothing is known of a gradient through gates, and no product is merged with one of a step.
    [InlineData("[Network(200, 8)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(200, 8)] [Dense(64)] [LSTM(16, Init = Initializer.PyTorch, ReturnSequences = true)] [GRU(4)] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(50, 8)] [RNN(16, ReturnSequences = true)] [RNN(16, ReturnSequences = true)] [RNN(16)] [Dense(1)] [BCEWithLogitsLoss]")]
    // A state is a prediction as it is.
    [InlineData("[Network(50, 8)] [LSTM(3)] [MSELoss]")]
    [InlineData("[Network(50, 8)] [GRU(5, ReturnSequences = true)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
