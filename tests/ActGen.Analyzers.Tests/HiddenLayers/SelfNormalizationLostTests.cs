namespace ActGen.Analyzers.Tests.HiddenLayers;

public class SelfNormalizationLostTests
{
    private const string Own = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => 1.0507f * (x > 0 ? x : 1.67326f * Expm1(x)); }";

    [Theory]
    [InlineData("[Network(64)] [{|ACT1011:Dense(64, Init = Initializer.He)|}, SELU] [Dense(64), SELU] [Dense(64), SELU] [Dense(2)] [CrossEntropyLoss]", "give its inputs 2 times the variance")]
    [InlineData("[Network(64)] [{|ACT1011:Dense(64, Init = Initializer.He)|}, Activation<Own>] [Dense(64), SELU] [Dense(64), SELU] [Dense(2)] [CrossEntropyLoss]", "give its inputs 2 times the variance")]
    // 2/(fan_in + fan_out)·fan_in
    [InlineData("[Network(64)] [{|ACT1011:Dense(192, Init = Initializer.Glorot)|}, SELU] [Dense(64), SELU] [Dense(64), SELU] [Dense(2)] [CrossEntropyLoss]", "give its inputs 0.5 times the variance")]
    // 1/(1 − p); λα = 1.7581
    [InlineData("[Network(64)] [Dense(64), SELU] [{|ACT1011:Dropout(0.2)|}] [Dense(64), SELU] [Dense(64), SELU] [Dense(2)] [CrossEntropyLoss]", "multiplies the variance by 1.2 and sets units to 0, far from the lower end at -1.8")]
    public async Task Reports(string stack, string consequence) => Assert.Contains(consequence, await NetworkTest.MessageAsync(stack, Own));

    [Theory]
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.LeCun), SELU] [Dense(64, Init = Initializer.LeCunUniform), SELU] [Dense(64), SELU] [Dense(2)] [CrossEntropyLoss]")]
    // others have no such fixed point
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.He), ELU] [Dropout(0.2)] [Dense(64, Init = Initializer.He), Activation<Formulas.HardShrink>] [Dense(64), ReLU] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
