using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>What the rules know about one compilation. What is remembered does not depend on who asked first, nor on whether that one gave up.</summary>
internal sealed class UsageModel
{
    private UsageModel(Compilation compilation, AnalyzerConfigOptionsProvider options, NetworkFindings findings, LibraryCalls library)
    {
        Library = library;
        Networks = new NetworkContracts(findings);
        Summaries = new MethodSummaries(compilation, this);
        Options = new RuleOptionsTable(options);
    }

    public LibraryCalls Library { get; }

    public NetworkContracts Networks { get; }

    public MethodSummaries Summaries { get; }

    public RuleOptionsTable Options { get; }

    /// <summary>Of a compilation; null where it does not reference the library.</summary>
    public static UsageModel? Of(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var findings = new NetworkFindings(compilation, options);
        return LibraryCalls.Of(compilation, new FormulaMakes(compilation, findings)) is { } library
            ? new UsageModel(compilation, options, findings, library)
            : null;
    }
}
