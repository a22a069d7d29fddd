using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class IgnoredClassTests
{
    [Theory]
    [InlineData("[Dense(10)] [{|ACT2012:CrossEntropyLoss(IgnoreIndex = 9)|}]", "CrossEntropyLoss ignores label 9, which is one of 10 classes: its rows are left out, and nothing ever raises output 9. Leave IgnoreIndex at -100, or suppress this if label 9 only pads.")]
    [InlineData("[Dense(3)] [{|ACT2012:FocalLoss(IgnoreIndex = 1)|}]", "label 1, which is one of 3 classes")]
    [InlineData("[Dense(3), LogSoftmax] [{|ACT2012:NLLLoss(IgnoreIndex = 2)|}]", "label 2")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Fact]
    public Task Is_told_beside_another_mistake_of_the_loss() =>
        NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] [Dense(3)] [{|ACT2004:{|ACT2012:NLLLoss(IgnoreIndex = 2)|}|}]");

    [Theory]
    // what pads, or the background
    [InlineData("[Dense(10)] [CrossEntropyLoss(IgnoreIndex = 0)]")]
    [InlineData("[Dense(21)] [CrossEntropyLoss(IgnoreIndex = 255)]")]
    [InlineData("[Dense(10)] [CrossEntropyLoss(IgnoreIndex = 10)]")]
    [InlineData("[Dense(10)] [CrossEntropyLoss(IgnoreIndex = -1)]")]
    [InlineData("[Dense(10)] [CrossEntropyLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end);
}
