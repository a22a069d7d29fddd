using System.Collections.Immutable;
using ActGen.Analyzers.Declarations.HiddenLayers;
using ActGen.Analyzers.Declarations.Losses;
using ActGen.Analyzers.Declarations.Propagation;
using ActGen.Analyzers.Declarations.Start;

namespace ActGen.Analyzers.Declarations;

/// <summary>All rules about declared networks, from special to general: of rules that would report the same mistake the first one does.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<NetworkRule> All { get; } =
    [
        // the output, together with its loss
        new SoftmaxOverOneUnit(),
        new SoftmaxBeforeLogitLoss(),
        new SigmoidBeforeLogitLoss(),
        new LogSoftmaxBeforeLogitLoss(),
        new LikelihoodOfOtherValues(),
        new DivergenceOfOtherValues(),
        new MismatchedPair(),
        new OutputsOutsideOfDomain(),
        new SigmoidBeforeBinaryLoss(),
        new RegressionOnProbabilities(),
        new DropoutBeforeLoss(),
        new IgnoredClass(),

        // the output alone
        new TwoActivations(),
        new ActivationOnLogits(),
        new BoundedRegression(),

        // hidden layers
        new SoftmaxInHiddenLayer(),
        new LinearNetwork(),
        new MissingNonlinearity(),
        new SelfNormalizationLost(),
        new UnboundedRecurrence(),
        new CostlyActivation(),

        // how a new network starts
        new ConstantWeights(),
        new BornDeadNetwork(),
        new VanishingGradient(),
        new ExplodingSignal(),
        new MismatchedInitializer(),
        new SaturatingStack(),
        new StackNearItsLimits(),

        // single layers
        new UselessLayer(),
        new BiasBeforeBatchNorm(),
        new OutputWithoutBias(),
    ];
}
