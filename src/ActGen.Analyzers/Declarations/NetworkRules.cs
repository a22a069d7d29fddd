using System.Collections.Immutable;
using ActGen.Analyzers.Declarations.HiddenLayers;
using ActGen.Analyzers.Declarations.Losses;

namespace ActGen.Analyzers.Declarations;

/// <summary>All rules about declared networks, from special to general: of rules that would report the same mistake the first one does.</summary>
internal static class NetworkRules
{
    public static ImmutableArray<NetworkRule> All { get; } =
    [
        // the output, together with its loss
        new SoftmaxBeforeLogitLoss(),
        new SigmoidBeforeLogitLoss(),

        // hidden layers
        new SoftmaxInHiddenLayer(),
        new MissingNonlinearity(),
    ];
}
