using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>A judgement about a declared network. Not an analyzer of its own: the front end runs once per class, and
/// <see cref="DeclarationAnalyzer"/> hands its result to every rule. A rule reads facts, never kinds or names of layers.</summary>
internal abstract class NetworkRule
{
    /// <summary>Id, title, message, usual severity, page.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>What of a layer it judges.</summary>
    public abstract Concern Concern { get; }

    /// <summary>Whether its findings can have a fix.</summary>
    public virtual bool HasFix => false;

    /// <summary>Looks at one network. Where it would need something unknown, it finds nothing.</summary>
    public abstract IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options);
}
