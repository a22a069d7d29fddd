using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Options;

/// <summary>The options of each file of one compilation, read once.</summary>
internal sealed class RuleOptionsTable(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<SyntaxTree, RuleOptions> _read = new();

    public RuleOptions Of(SyntaxTree? tree) =>
        tree is null ? RuleOptions.Default : _read.GetOrAdd(tree, one => RuleOptions.Read(provider.GetOptions(one)));
}
