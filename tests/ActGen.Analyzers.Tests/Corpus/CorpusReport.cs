using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>The results of a run as texts: the snapshot that is reviewed, and the tables of <c>docs/rules/corpus.md</c>.</summary>
internal sealed class CorpusReport(ImmutableArray<CorpusResult> results)
{
    private readonly ImmutableArray<CorpusResult> _good = [.. results.Where(result => result.Program.IsGood)];
    private readonly ImmutableArray<CorpusResult> _faulty = [.. results.Where(result => !result.Program.IsGood)];

    /// <summary>How many faulty programs are found: those of which every expected rule is reported.</summary>
    public Recall Recall => Recall.Of(_faulty);

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
        text.Append($"| faulty | {_faulty.Length} | {Recall} |\n");
        text.Append($"| of these collected for DeepLocalize and NeuraLint | {_faulty.Count(result => result.Program.IsOfBenchmark)} | {Recall.Of(_faulty.Where(result => result.Program.IsOfBenchmark))} |\n");
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
