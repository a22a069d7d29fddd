using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>What the analyzers and the compiler said about a program.</summary>
internal sealed record CorpusResult(CorpusProgram Program, ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> CompilerErrors)
{
    /// <summary>Rules that are reported, each once, hidden ones left out: they are no finding that anybody sees.</summary>
    public ImmutableArray<string> Found =>
        [.. Findings.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether every expected rule is reported.</summary>
    public bool IsFound => Program.Expected.All(Found.Contains);

    /// <summary>Whether a good program has a warning or an error.</summary>
    public bool IsFalseAlarm => Program.IsGood && Findings.Any(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Whether a rule that the program expects does not exist yet.</summary>
    public bool IsAwaited => Program.Expected.Any(CorpusTests.Awaited.Contains);
}
