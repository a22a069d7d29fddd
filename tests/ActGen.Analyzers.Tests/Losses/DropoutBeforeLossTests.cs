using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class DropoutBeforeLossTests
{
    [Theory]
    [InlineData("[Dense(10)] [{|ACT2011:Dropout(0.5)|}] [CrossEntropyLoss]", "[Dropout] between the last weights and CrossEntropyLoss: in training 50 % of the logits are 0, whatever the row, and the loss is at least 0.8312 on average. Drop before them or not at all.")]
    [InlineData("[Dense(1000)] [{|ACT2011:Dropout(0.1)|}] [CrossEntropyLoss(LabelSmoothing = 0.1)]", "is at least 0.4610 on average")]
    // rate·ln 2
    [InlineData("[Dense(3)] [{|ACT2011:Dropout(0.5)|}] [BCEWithLogitsLoss]", "is at least 0.3466 on average")]
    [InlineData("[Dense(1)] [{|ACT2011:Dropout(0.2)|}] [MSELoss]", "in training 20 % of the predictions are 0, whatever the row, and the others 1.2 times as large")]
    // no bound is known: class weights, another function behind
    [InlineData("[Dense(2)] [{|ACT2011:Dropout(0.5)|}] [CrossEntropyLoss(ClassWeights = [1, 2])]", "50 % of the outputs are 0, whatever the row, and the others 2 times as large")]
    [InlineData("[Dense(10)] [{|ACT2011:Dropout(0.5)|}] [LogSoftmax] [NLLLoss]", "50 % of the outputs are 0")]
    [InlineData("[Dense(1), Sigmoid] [{|ACT2011:Dropout(0.5)|}] [BCELoss]", "50 % of the outputs are 0")]
    // above 0.5 as well: one mistake
    [InlineData("[Dense(1)] [{|ACT2011:Dropout(0.8)|}] [BCEWithLogitsLoss]", "is at least 0.5545")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [InlineData(10, 0.5, 0.8312)]
    [InlineData(1000, 0.1, 0.4610)]
    public void The_bound_is_that_of_dropped_logits(int classes, double rate, double expected)
    {
        // All C(K − 1, m) masks with m others dropped, their probabilities as logarithms.
        double sum = 0, logChoose = 0;
        for (int m = 0; m < classes; m++)
        {
            sum += Math.Exp(logChoose + (m * Math.Log(rate)) + ((classes - 1 - m) * Math.Log(1 - rate))) * Math.Log(1 + m);
            logChoose += Math.Log((classes - 1.0 - m) / (m + 1));
        }
        Assert.Equal(expected, rate * sum, 4);
    }

    [Theory]
    [InlineData("[Dropout(0.5)] [Dense(10)] [CrossEntropyLoss]")]
    // another rule's
    [InlineData("[Dense(10)] [{|ACT3004:Dropout(0)|}] [CrossEntropyLoss]")]
    [InlineData("[Dense(10)] [{|ACT3004:Dropout(1)|}] [CrossEntropyLoss]")]
    // an embedding, of which only the direction counts; no loss: other layers may follow elsewhere
    [InlineData("[Dense(10)] [Dropout(0.1)] [CosineSimilarityLoss]")]
    [InlineData("[Dense(10)] [Dropout(0.1)]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end);

    [Fact]
    public Task A_network_without_weights_is_silent() => NetworkTest.VerifyAsync("[Network(8)] [Dropout(0.5)] [MSELoss]", "", "ACT2011");
}
