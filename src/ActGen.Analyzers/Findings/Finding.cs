using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Findings;

/// <summary>What a rule found, before it has a place in the source.</summary>
/// <param name="At">The layer that is to change.</param>
/// <param name="Arguments">Of the rule's message.</param>
internal sealed record Finding(LayerAnalysis At, params object[] Arguments)
{
    /// <summary>Where it is not the rule's usual one.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Other layers that make it a mistake; their places are additional locations.</summary>
    public ImmutableArray<LayerAnalysis> With { get; init; } = [];

    /// <summary>Places of the layers that it is about, where that is more than <see cref="At"/>.</summary>
    public ImmutableArray<int>? About { get; init; }

    /// <summary>Ways out, the best one first.</summary>
    public ImmutableArray<StackFix> Fixes { get; init; } = [];
}
