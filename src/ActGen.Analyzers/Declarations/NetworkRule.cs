using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>A judgement about a declared network. Not an analyzer of its own: the front end runs once per class, and
/// <see cref="DeclarationAnalyzer"/> hands its result to every rule.</summary>
internal abstract class NetworkRule
{
    /// <summary>What the rule may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Looks at one network. Where it would need something unknown, it says nothing.</summary>
    public abstract void Check(NetworkAnalysis analysis, Report report);
}
