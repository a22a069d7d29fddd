namespace ActGen.Analyzers.Tests.Start;

public class OutputWithoutBiasTests
{
    [Theory]
    [InlineData("[Network(8)] [Dense(20), ReLU] [{|ACT3005:Dense(5, Bias = false)|}] [MSELoss]", "where all features are 0 it is 0. Add one: it costs 5 parameters.")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [{|ACT3005:Dense(5, Bias = false)|}] [CrossEntropyLoss]", "every class is as likely as any other")]
    [InlineData("[Network(8)] [{|ACT3005:Dense(1, Bias = false)|}] [BCEWithLogitsLoss]", "the probability is 0.5")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [{|ACT3005:SwiGLU(5, Bias = false)|}] [MSELoss]", "Add one: it costs 10 parameters.")]
    public async Task Reports(string stack, string consequence) => Assert.Contains(consequence, await NetworkTest.MessageAsync(stack));

    [Theory]
    [InlineData("[Network(8)] [Dense(20, Bias = false), ReLU] [Dense(5)] [MSELoss]")]
    // nobody knows what the outputs are for
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(5, Bias = false)]")]
    // only differences or directions count
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(5, Bias = false)] [CosineSimilarityLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(5, Bias = false)] [MultiMarginLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
