using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>The results of a run as texts: the snapshot that is reviewed, and the tables of <c>docs/rules/corpus.md</c>.</summary>
internal sealed class CorpusReport(ImmutableArray<CorpusResult> results)
{
    private readonly ImmutableArray<CorpusResult> _good = [.. results.Where(result => result.Program.IsGood)];
    private readonly ImmutableArray<CorpusResult> _faulty = [.. results.Where(result => !result.Program.IsGood)];

    /// <summary>Faulty programs of which every expected rule exists and is reported.</summary>
    public int FoundCount => _faulty.Count(result => !result.IsAwaited && result.IsFound);

    /// <summary>Faulty programs of which every expected rule exists.</summary>
    public int JudgedCount => _faulty.Count(result => !result.IsAwaited);

    /// <summary>Faulty programs.</summary>
    public int FaultyCount => _faulty.Length;

    /// <summary>The share of judged faulty programs that are found.</summary>
    public double Recall => (double)FoundCount / JudgedCount;

    /// <summary>One line a program, one more a finding.</summary>
    public string Findings()
    {
        var text = new StringBuilder();
        foreach (CorpusResult result in results)
        {
            text.Append($"{(result.Program.IsGood ? "good" : "faulty")} {result.Program.Name}: {Verdict(result)}\n");
            foreach (Diagnostic finding in result.Findings.Where(finding => finding.Severity > DiagnosticSeverity.Hidden))
                text.Append($"    {finding.Id} {finding.Severity.ToString().ToLowerInvariant()}, line {finding.Location.GetLineSpan().StartLinePosition.Line + 1}\n");
        }
        return text.ToString();
    }

    /// <summary>The generated part of the page.</summary>
    public string Tables()
    {
        string infos = string.Join(", ", _good.SelectMany(result => result.Found).CountBy(id => id).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} in {pair.Value}"));
        var text = new StringBuilder();
        text.Append("| | programs | |\n|---|---|---|\n");
        text.Append($"| good | {_good.Length} | {_good.Count(result => result.IsFalseAlarm)} with a warning; advice: {(infos.Length == 0 ? "none" : infos)} |\n");
        text.Append($"| faulty | {FaultyCount} | {FoundCount} found of {JudgedCount} whose rules exist: recall {Recall.ToString("P1", CultureInfo.InvariantCulture)} |\n");
        text.Append("\n### Faulty programs\n| program | source | expected | found |\n|---|---|---|---|\n");
        foreach (CorpusResult result in _faulty)
            text.Append($"| {Name(result)} | {Cell(result.Program.Source)} | {string.Join(", ", result.Program.Expected)} | {Verdict(result)} |\n");
        text.Append("\n### Good programs\n| program | source | found |\n|---|---|---|\n");
        foreach (CorpusResult result in _good)
            text.Append($"| {Name(result)} | {Cell(result.Program.Source)} | {Verdict(result)} |\n");
        return text.ToString();
    }

    private static string Verdict(CorpusResult result)
    {
        string found = result.Found.IsEmpty ? "none" : string.Join(", ", result.Found);
        return result.IsFalseAlarm ? $"{found} (false alarm)" : result.IsFound ? found : result.IsAwaited ? $"{found} (rule to come)" : $"{found} (missed)";
    }

    private static string Name(CorpusResult result) =>
        $"[{Cell(result.Program.Title)}](../../tests/ActGen.Analyzers.Tests/Corpus/{(result.Program.IsGood ? "Good" : "Faulty")}/{result.Program.Name}.cs)";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
