using System.Collections.Immutable;
using ActGen.Analyzers.Declarations.HiddenLayers;
using ActGen.Analyzers.Declarations.Losses;

namespace ActGen.Analyzers.Declarations;

/// <summary>All rules about declared networks.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<NetworkRule> All { get; } =
    [
        new DeclarationProblems(),
        new SoftmaxInHiddenLayer(),
        new MissingNonlinearity(),
        new SoftmaxBeforeLogitLoss(),
        new SigmoidBeforeLogitLoss(),
    ];
}
