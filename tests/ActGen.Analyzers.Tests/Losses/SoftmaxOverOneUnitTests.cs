using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class SoftmaxOverOneUnitTests
{
    [Theory]
    [InlineData("[Dense(1), {|ACT2005:Softmax|}] [BCELoss]", "[Softmax] over one unit is 1 for every input, and its gradient is 0: no layer before it learns. Use [BCEWithLogitsLoss] on the unit itself for a yes or no.")]
    [InlineData("[Dense(1), {|ACT2005:Softmax|}] [BCEWithLogitsLoss]", "Remove [Softmax]; Predict returns probabilities.")]
    [InlineData("[Dense(1), {|ACT2005:Softmax|}] [MSELoss]", "for a yes or no; remove [Softmax] for a number.")]
    [InlineData("[Dense(1), {|ACT2005:Sparsemax|}]", "[Sparsemax] over one unit is 1")]
    [InlineData("[Dense(1), {|ACT2005:LogSoftmax|}] [KLDivLoss]", "[LogSoftmax] over one unit is 0 for every input")]
    [InlineData("[Dense(1), {|ACT2005:Softmax|}] [Dense(3)] [CrossEntropyLoss]", "Use [ReLU].")]
    // two errors: one class, and one unit
    [InlineData("[Dense(1), {|ACT2005:Softmax|}] [{|ACT0008:CrossEntropyLoss|}]", "Use [BCEWithLogitsLoss] on the unit itself")]
    // not made by the last layer
    [InlineData("[Dense(1)] [{|ACT2011:Dropout(0.5)|}] [{|ACT2005:Softmax|}] [L1Loss]", "is 1 for every input")]
    [InlineData("[Dense(2), Maxout(2), {|ACT2005:Softmax|}] [L1Loss]", "is 1 for every input")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = (await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end)).Single(one => one.Id == "ACT2005");

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal(1, Derivative.Softmax([-3.7])[0]);
        Assert.Equal(0, Derivative.Of(x => Derivative.Softmax(x)[0], [-3.7], 0));
    }

    [Theory]
    [InlineData("[Network(8)] [Dense(2), Softmax]")]
    [InlineData("[Network(8)] [Dense(1), Sigmoid]")]
    // the 1 is the shape of the data
    [InlineData("[Network(10, 1)] [Softmax]")]
    // an unknown shape
    [InlineData("[{|ACT0003:Network|}] [Softmax]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
