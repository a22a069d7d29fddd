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
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [{|ACT0005:Conv1D(8, 3)|}, ReLU] [Flatten] [Dense(2)]", "reads (channels, length), but [GRU] gives (time, features), 9×16: put [Permute(2, 1)] before it")]
    [InlineData("[Network(9, 32)] [GRU(8, ReturnSequences = true, Bidirectional = true)] [Dropout(0.2)] [{|ACT0005:MaxPool1D(2)|}] [Flatten] [Dense(2)]", "[Dropout] gives (time, features), 9×16: put [Permute(2, 1)] before it")]
    [InlineData("[Network(9, 32)] [RNN(16, ReturnSequences = true)] [LayerNorm] [{|ACT0005:AveragePool1D(3)|}] [Flatten] [Dense(2)]", "[LayerNorm] gives (time, features), 9×16: put [Permute(2, 1)] before it")]
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [Dense(8), ReLU] [{|ACT0005:Conv1D(8, 3)|}, ReLU] [Flatten] [Dense(2)]", "(time, features), 9×8: put [Permute(2, 1)] before it")]
    [InlineData("[Network(1, 8)] [GRU(16, ReturnSequences = true)] [{|ACT0005:Conv1D(8, 3)|}, ReLU] [Flatten] [Dense(2)]", "[GRU] gives (time, features), 1×16: put [Permute(2, 1)] before it")]
    [InlineData("[Network(9, 32)] [LSTM(16)] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "[LSTM] gives rows of shape 16: set ReturnSequences = true on that layer, or make a sequence by [Reshape(16, 1)]")]
    [InlineData("[Network(9, 32)] [LSTM(16)] [Dropout(0.2)] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "make a sequence by [Reshape(16, 1)], or, where a recurrent layer stands before, set its ReturnSequences = true")]
    [InlineData("[Network(9, 16)] [Dense(8), ReLU] [Flatten] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "[Flatten] gives rows of shape 72: remove [Flatten]")]
    [InlineData("[Network(16)] [Dense(32), ReLU] [{|ACT0005:LSTM(8)|}] [Dense(2)]", "[ReLU] gives rows of shape 32: make a sequence by [Reshape(32, 1)]")]
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
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [Permute(2, 1)] [Conv1D(8, 3), ReLU] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [Permute(2, 1)] [MaxPool1D(2)] [Permute(2, 1)] [GRU(8)] [Dense(2)] [CrossEntropyLoss]")]
    // What [Reshape] makes nobody has told; a mean of all steps needs no other order of axes.
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [Reshape(9, 16)] [Conv1D(8, 3), ReLU] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [GlobalMaxPool] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(9, 32)] [GRU(16, ReturnSequences = true)] [Flatten] [Reshape(16, 9)] [Conv1D(8, 3), ReLU] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Block] [Conv1D(16, 3, Padding = 1), ReLU] class A; [Network(9, 32)] [GRU(16, ReturnSequences = true)] [Permute(2, 1)] [Residual<A>] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Block] [GRU(16, ReturnSequences = true)] [Permute(2, 1)] [Conv1D(16, 3, Padding = 1), ReLU] [Permute(2, 1)] class A; [Network(9, 16)] [Residual<A>] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    // Nothing is known of a gradient through gates, and no product is merged with one of a step.
    [InlineData("[Network(200, 8)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16, ReturnSequences = true)] [LSTM(16)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(200, 8)] [Dense(64)] [LSTM(16, Init = Initializer.PyTorch, ReturnSequences = true)] [GRU(4)] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(50, 8)] [RNN(16, ReturnSequences = true)] [RNN(16, ReturnSequences = true)] [RNN(16)] [Dense(1)] [BCEWithLogitsLoss]")]
    // A layer with weights is no activation that could be one too many.
    [InlineData("[Network(50, 8)] [LSTM(8), ReLU] [Dense(3)] [CrossEntropyLoss]")]
    [InlineData("[Network(50, 8)] [LSTM(8), Sigmoid] [Dense(3)] [CrossEntropyLoss]")]
    [InlineData("[Network(50, 8)] [LSTM(3), Softmax]")]
    // Scores of both signs, with room for the margin.
    [InlineData("[Network(50, 8)] [LSTM(1)] [HingeLoss]")]
    [InlineData("[Network(50, 8)] [LSTM(4)] [MultiMarginLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Theory]
    [InlineData("[Network(50, 8)] [{|ACT1009:GRU(5, ReturnSequences = true)|}] [CrossEntropyLoss]", "[GRU] before CrossEntropyLoss, which works on logits: logits stay between -1 and 1, and with 5 classes the loss cannot fall below 0.4327. Put [Dense(5)] behind it.")]
    [InlineData("[Network(50, 8)] [{|ACT1009:LSTM(1)|}] [BCEWithLogitsLoss]", "p stays in [0.2689, 0.7311]")]
    [InlineData("[Network(50, 8)] [{|ACT1009:LSTM(4, Bidirectional = true)|}] [CrossEntropyLoss]", "with 8 classes the loss cannot fall below 0.6665. Put [Dense(8)] behind it.")]
    [InlineData("[Network(1, 8)] [{|ACT1009:RNN(4, Activation = RecurrentActivation.ReLU)|}] [CrossEntropyLoss]", "no logit falls below 0, so that wrong classes keep weight in the sum. Put [Dense(4)] behind it.")]
    [InlineData("[Network(50, 8)] [{|ACT1008:LSTM(3)|}] [MSELoss]", "[LSTM] before MSELoss: predictions stay between -1 and 1, and no target beyond is reached. Put [Dense(3)] behind it, or suppress this if all targets lie there.")]
    [InlineData("[Network(50, 8)] [{|ACT2004:LSTM(8)|}] [NLLLoss]", "[LSTM] gives numbers between -1 and 1: the loss is −x of the right class and falls to −1")]
    [InlineData("[Network(50, 8)] [{|ACT2007:LSTM(8)|}] [BCELoss]", "[LSTM] gives numbers between -1 and 1: outside of [0, 1] the loss is not a number")]
    [InlineData("[Network(1, 8)] [Dense(4)] [{|ACT2006:RNN(4, Activation = RecurrentActivation.ReLU)|}] [PoissonNLLLoss]", "Put [Dense(4)] behind it, or set LogInput = false.")]
    [InlineData("[Network(50, 8)] [LSTM(8), {|ACT1007:HardTanh|}] [Dense(3)] [CrossEntropyLoss]", "all of its inputs lie between -1 and 1, where it returns them unchanged. Remove [HardTanh].")]
    public async Task Its_bounds_are_known(string stack, string text)
    {
        // The right class gets 1 and the four others −1.
        Assert.Equal(0.4327, Math.Log(1 + (4 * Math.Exp(-2))), 4);
        Assert.Contains(text, Assert.Single(await NetworkTest.VerifyAsync(stack)).GetMessage());
    }
}
