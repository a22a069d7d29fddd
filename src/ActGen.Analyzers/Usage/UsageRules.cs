namespace ActGen.Analyzers.Usage;

/// <summary>The ACT4xxx rules.</summary>
internal static class UsageRules
{
    public static IReadOnlyList<UsageRule> All { get; } =
    [
        new SoftmaxByHandBeforeCrossEntropy(),
        new SigmoidByHandBeforeLogitLoss(),
        new LossOfOtherOutputs(),
        new ActivationOnPrediction(),
        new LogarithmByHand(),
        new StateOrDataLost(),
        new LengthsThatCannotFit(),
        new ImpossibleLearningRate(),
        new LossArgumentsSwapped(),
        new WrongTargetType(),
    ];
}
