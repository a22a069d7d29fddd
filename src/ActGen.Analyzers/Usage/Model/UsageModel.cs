using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>What the rules know about one compilation. What is remembered does not depend on who asked first, nor on whether that one gave up.</summary>
internal sealed class UsageModel
{
    private UsageModel(Compilation compilation, AnalyzerConfigOptionsProvider options, DeclaredNetworks networks, LibraryCalls library)
    {
        Library = library;
        Networks = new NetworkContracts(networks);
        Bodies = new MethodBodies(compilation);
        Fields = new FieldFacts(Bodies);
        Summaries = new MethodSummaries(this);
        Options = new RuleOptionsTable(options);
    }

    public LibraryCalls Library { get; }

    public NetworkContracts Networks { get; }

    public MethodBodies Bodies { get; }

    public FieldFacts Fields { get; }

    public MethodSummaries Summaries { get; }

    public RuleOptionsTable Options { get; }

    /// <summary>Of a compilation; null where it does not reference the library.</summary>
    public static UsageModel? Of(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var networks = DeclaredNetworks.Of(compilation);
        return LibraryCalls.Of(compilation, new FormulaMakes(compilation, networks)) is { } library
            ? new UsageModel(compilation, options, networks, library)
            : null;
    }
}
