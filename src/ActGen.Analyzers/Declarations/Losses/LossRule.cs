using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>A judgement about what a loss is given; there is at most one finding.</summary>
internal abstract class LossRule : NetworkRule
{
    public sealed override Concern Concern => Concern.Function;

    public sealed override bool HasFix => true;

    public sealed override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options) =>
        NetworkEnd.Of(network) is { } end && Judge(end) is { } finding ? [finding] : [];

    /// <summary>The finding, or null.</summary>
    protected abstract Finding? Judge(NetworkEnd end);
}
