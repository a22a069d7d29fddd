using ActGen.Testing;

namespace ActGen.CodeFixes.Tests.Rules;

/// <summary>The fix of each rule about networks leaves a silent program.</summary>
public class NetworkRuleFixTests
{
    [Theory]
    [InlineData("ACT1006", null, "[Network(784)]\n[Dense(32)]\n[Dense(784)]\n[MSELoss]", "[Network(784)]\n[Dense(32), ReLU]\n[Dense(784)]\n[MSELoss]")]
    [InlineData("ACT1006", null, "[Network(3, 8, 8)]\n[Conv2D(4, 3), AveragePool2D(2)]\n[Conv2D(8, 3)]\n[Flatten]\n[Dense(2)]", "[Network(3, 8, 8)]\n[Conv2D(4, 3), ReLU, AveragePool2D(2)]\n[Conv2D(8, 3), ReLU]\n[Flatten]\n[Dense(2)]")]
    [InlineData("ACT1007", null, "[Network(8)]\n[Dense(20), ReLU, ReLU]\n[Dense(1), ReLU, Sigmoid]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Sigmoid]")]
    [InlineData("ACT1008", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Tanh]\n[MSELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[MSELoss]")]
    [InlineData("ACT1009", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[ReLU] // why?\n[CrossEntropyLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT1008", "Put Dense(2) behind LSTM", "[Network(9, 4)]\n[LSTM(2)]\n[MSELoss]", "[Network(9, 4)]\n[LSTM(2), Dense(2)]\n[MSELoss]")]
    [InlineData("ACT1009", "Put Dense(3) behind GRU", "[Network(9, 4)]\n[GRU(3, ReturnSequences = true)]\n[CrossEntropyLoss]", "[Network(9, 4)]\n[GRU(3, ReturnSequences = true), Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT1011", null, "[Network(64)]\n[Dense(64, Init = Initializer.He), SELU]\n[Dense(2)]", "[Network(64)]\n[Dense(64), SELU]\n[Dense(2)]")]
    [InlineData("ACT1011", null, "[Network(64)]\n[Dense(64), SELU]\n[Dropout(0.1)]\n[Dense(2)]", "[Network(64)]\n[Dense(64), SELU]\n[Dense(2)]")]
    [InlineData("ACT1012", null, "[Network(9, 4)]\n[RNN(8, ReturnSequences = true, Activation = RecurrentActivation.ReLU)]\n[GRU(4)]\n[Dense(2)]", "[Network(9, 4)]\n[RNN(8, ReturnSequences = true)]\n[GRU(4)]\n[Dense(2)]")]
    [InlineData("ACT1012", null, "[Network(9, 4)]\n[RNN(8, Activation = RecurrentActivation.ReLU), Dense(2)]", "[Network(9, 4)]\n[RNN(8), Dense(2)]")]
    [InlineData("ACT1013", null, "[Network(64)]\n[Dense(64), GELU]\n[Dense(2)]", "[Network(64)]\n[Dense(64), ReLU]\n[Dense(2)]")]
    [InlineData("ACT1004", null, "[Network(784)]\n[Dense(64, Init = Initializer.Normal, Bias = false, InitScale = 2), ReLU]\n[Dense(2)]", "[Network(784)]\n[Dense(64, Bias = false), ReLU]\n[Dense(2)]")]
    [InlineData("ACT1005", "Use ReLU", "[Network(8)]\n[Dense(20), Tanh]\n[Dense(20)] [Softsign]\n[Dense(20), Sigmoid]\n[Dense(2)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(20)] [ReLU]\n[Dense(20), ReLU]\n[Dense(2)]")]
    [InlineData("ACT1005", "Use GELU", "[Network(8)]\n[Dense(20), Tanh]\n[Dense(20), Tanh]\n[Dense(20), Sigmoid]\n[Dense(2)]", "[Network(8)]\n[Dense(20), GELU]\n[Dense(20), GELU]\n[Dense(20), GELU]\n[Dense(2)]")]
    [InlineData("ACT2003", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[CrossEntropyLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT2004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[NLLLoss(IgnoreIndex = 7, ClassWeights = [1, 2, 3])]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss(IgnoreIndex = 7, ClassWeights = [1, 2, 3])]")]
    [InlineData("ACT2004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[NLLLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[NLLLoss]")]
    [InlineData("ACT2004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), ReLU]\n[NLLLoss(IgnoreIndex = 7)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss(IgnoreIndex = 7)]")]
    [InlineData("ACT2005", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softmax]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2005", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softmax]\n[CrossEntropyLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2005", "Use BCEWithLogitsLoss on the logit", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softmax]\n[MSELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2005", "Remove [Softmax]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softmax]\n[MSELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[MSELoss]")]
    [InlineData("ACT2005", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softmax]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Sigmoid]")]
    [InlineData("ACT2006", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Sigmoid]\n[CrossEntropyLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT2006", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Sigmoid]\n[NLLLoss(IgnoreIndex = 7)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss(IgnoreIndex = 7)]")]
    [InlineData("ACT2006", "Use CrossEntropyLoss on the logits: one class is right", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT2006", "Use BCEWithLogitsLoss on the logits: several are right", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2006", "Remove [Softmax]: several are right", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[BCEWithLogitsLoss(PositiveWeight = 2)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss(PositiveWeight = 2)]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), ReLU]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[DiceLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Sigmoid]\n[DiceLoss]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Tanh]\n[DiceLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Sigmoid]\n[DiceLoss]")]
    [InlineData("ACT2008", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Sigmoid]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2009", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[HuberLoss(0.5)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT2010", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[KLDivLoss(BatchMean = true)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[KLDivLoss(BatchMean = true)]")]
    [InlineData("ACT2010", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[KLDivLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[KLDivLoss]")]
    // log-softmax before a loss on probabilities, a function of rows before NLL, one unit before the divergence
    [InlineData("ACT2007", "Use CrossEntropyLoss on the logits: one class is right", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT2007", "Use BCEWithLogitsLoss on the logits", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[BCELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax]\n[DiceLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]\n[DiceLoss]")]
    [InlineData("ACT2004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), CReLU]\n[NLLLoss(IgnoreIndex = 7)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), CReLU]\n[CrossEntropyLoss(IgnoreIndex = 7)]")]
    [InlineData("ACT2010", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[KLDivLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2010", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Sigmoid]\n[KLDivLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[BCEWithLogitsLoss]")]
    [InlineData("ACT2010", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[KLDivLoss(LogTarget = true)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[KLDivLoss(LogTarget = true)]")]
    // rates and their logarithms
    [InlineData("ACT2006", "Remove [Softplus]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[PoissonNLLLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[PoissonNLLLoss]")]
    [InlineData("ACT2006", "Set LogInput = false", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[PoissonNLLLoss(Full = true)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[PoissonNLLLoss(Full = true, LogInput = false)]")]
    [InlineData("ACT2007", "Insert Softplus", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[PoissonNLLLoss(LogInput = false)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[PoissonNLLLoss(LogInput = false)]")]
    [InlineData("ACT2007", "Leave LogInput on: outputs are logarithms", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[PoissonNLLLoss(LogInput = false)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[PoissonNLLLoss]")]
    [InlineData("ACT2007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Tanh]\n[MSLELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[MSLELoss]")]
    [InlineData("ACT1008", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), ReLU]\n[MSLELoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1), Softplus]\n[MSLELoss]")]
    // scores
    [InlineData("ACT2006", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[Sigmoid]\n[HingeLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(1)]\n[HingeLoss]")]
    [InlineData("ACT2006", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(5), Softmax]\n[MultiMarginLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(5)]\n[MultiMarginLoss]")]
    [InlineData("ACT1007", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), LogSoftmax, Softmax]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3), Softmax]")]
    [InlineData("ACT2012", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss(IgnoreIndex = 2, LabelSmoothing = 0.1)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss(LabelSmoothing = 0.1)]")]
    [InlineData("ACT2011", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[Dropout(0.5)]\n[CrossEntropyLoss]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(3)]\n[CrossEntropyLoss]")]
    [InlineData("ACT3002", null, "[Network(8)]\n[Dense(20, Init = Initializer.Zeros), ReLU]\n[Dense(2)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(2)]")]
    [InlineData("ACT3004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dropout(rate: 0.8)]\n[Dense(2)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dropout(rate: 0.2)]\n[Dense(2)]")]
    [InlineData("ACT3004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dropout(0)]\n[Dense(2)]", "[Network(8)]\n[Dense(20), ReLU]\n[Dense(2)]")]
    [InlineData("ACT3003", null, "[Network(8)]\n[Dense(20)]\n[BatchNorm, ReLU]\n[Dense(2)]", "[Network(8)]\n[Dense(20, Bias = false)]\n[BatchNorm, ReLU]\n[Dense(2)]")]
    [InlineData("ACT3004", null, "[Network(8)]\n[Dense(20), ReLU]\n[Dropout(0.2)]\n[BatchNorm]\n[Dense(2)]", "[Network(8)]\n[Dense(20), ReLU]\n[BatchNorm, Dropout(0.2)]\n[Dense(2)]")]
    [InlineData("ACT3005", null, "[Network(8)]\n[Dense(2, Bias = false)]\n[MSELoss]", "[Network(8)]\n[Dense(2)]\n[MSELoss]")]
    public Task Applies(string id, string? title, string before, string after) => new CodeFixTest
    {
        Id = id,
        Title = title,
        TestCode = before + "\npartial class Net;",
        FixedCode = after + "\npartial class Net;",
    }.RunAsync();

    [Theory]
    [InlineData("ACT1003", "Dense(100), Sigmoid", "Dense(100), ReLU", 10)]
    // the initialisers alone are to blame
    [InlineData("ACT1003", "Dense(64, Init = Initializer.Glorot), ReLU", "Dense(64), ReLU", 30)]
    [InlineData("ACT1004", "Dense(64, Init = Initializer.He, InitScale = 2), ReLU", "Dense(64), ReLU", 16)]
    [InlineData("ACT3001", "Dense(64, Init = Initializer.LeCun), ReLU", "Dense(64), ReLU", 6)]
    public Task Applies_to_the_whole_stack(string id, string before, string after, int depth) => new CodeFixTest
    {
        Id = id,
        TestCode = Stack("64", before, depth),
        FixedCode = Stack("64", after, depth),
    }.RunAsync();

    [Theory]
    [InlineData("LeakyReLU")]
    [InlineData("ELU")]
    public Task The_dead_are_given_a_slope(string activation) => new CodeFixTest
    {
        Id = "ACT1010",
        Title = "Use " + activation,
        TestCode = Stack("3", "Dense(3), ReLU", 10),
        FixedCode = Stack("3", "Dense(3), " + activation, 10),
    }.RunAsync();

    private static string Stack(string inputs, string layer, int depth) =>
        $"[Network({inputs})]\n{string.Concat(Enumerable.Repeat($"[{layer}]\n", depth))}[{layer[..(layer.IndexOf(')') + 1)]}]\n[MSELoss]\npartial class Net;";
}
