using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Diagnostics;

/// <summary>Problems as the checks find them.</summary>
internal sealed class ProblemCollection
{
    private readonly List<Problem> _problems = [];

    public int Count => _problems.Count;

    public void Add(DiagnosticDescriptor rule, ProblemSite site, params string[] arguments) => _problems.Add(new(rule.Id, site, [.. arguments]));

    public void Add(Problem problem) => _problems.Add(problem);

    public EquatableArray<Problem> ToEquatableArray() => [.. _problems];
}
