using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Testing;

/// <summary>One program with markup and what the analyzers must say about it. The surface follows Microsoft's testing packages.</summary>
public sealed class AnalyzerTest
{
    /// <summary>Every file with markup; <see cref="TestCode"/> is the first.</summary>
    public List<string> Sources { get; init; } = [];

    /// <summary>The one file with markup of a test that has one.</summary>
    public string TestCode
    {
        get => Sources[0];
        init => Sources = [value];
    }

    /// <summary>The analyzers under test; all of the product when left out.</summary>
    public ImmutableArray<DiagnosticAnalyzer>? Analyzers { get; init; }

    /// <summary>Only these diagnostics are looked at; all when left out.</summary>
    public ImmutableArray<string>? Ids { get; init; }

    /// <summary>References beside the framework and ActGen.</summary>
    public ImmutableArray<MetadataReference> AdditionalReferences { get; init; } = [];

    /// <summary>Lines of an <c>.editorconfig</c>.</summary>
    public ImmutableDictionary<string, string> EditorConfig { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether errors of the compiler that no mark expects fail the test.</summary>
    public bool ExpectCompiles { get; init; } = true;

    /// <summary>Language version and symbols.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = TestCompilation.ParseOptions;

    /// <summary>Checks that exactly the marked diagnostics are reported, and returns them for a look at their texts.</summary>
    /// <exception cref="HarnessException">A diagnostic is missing or unexpected, a message is too long or ends wrongly, or the program does not compile.</exception>
    public async Task<ImmutableArray<Diagnostic>> RunAsync()
    {
        MarkupText[] files = [.. Sources.Select(MarkupText.Parse)];
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create(
            files.Select(file => file.Text).Append(Usings),
            TestReferences.Default.AddRange(AdditionalReferences),
            parseOptions: ParseOptions)).Output;
        ImmutableArray<Diagnostic> reported = await AnalyzerHarness.DiagnosticsAsync(program, Analyzers, EditorConfig);
        if (Ids is { } ids)
            reported = reported.RemoveAll(diagnostic => !ids.Contains(diagnostic.Id));
        ImmutableArray<Diagnostic> errors = [.. program.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
        Compare(files, reported, errors);
        return reported;
    }

    internal const string Usings = TestCompilation.ImplicitUsings + "\nglobal using global::ActGen;\n";

    private void Compare(MarkupText[] files, ImmutableArray<Diagnostic> reported, ImmutableArray<Diagnostic> errors)
    {
        var complaints = new StringBuilder();
        List<Diagnostic> unexpected = [.. reported, .. ExpectCompiles ? errors : []];
        for (int index = 0; index < files.Length; index++)
        {
            foreach (MarkupSpan mark in files[index].Spans)
            {
                string path = $"File{index}.cs";
                Diagnostic? match = unexpected.Find(d => d.Location.SourceTree?.FilePath == path && d.Location.SourceSpan == mark.Span && (mark.Id is null || mark.Id == d.Id))
                    ?? errors.FirstOrDefault(d => d.Location.SourceTree?.FilePath == path && d.Location.SourceSpan == mark.Span && mark.Id == d.Id);
                if (match is null)
                    complaints.Append($"missing: {mark.Id ?? "a diagnostic"} at {path} «{files[index].Text.Substring(mark.Span.Start, mark.Span.Length)}» {mark.Span}\n");
                else
                    unexpected.Remove(match);
            }
        }
        if (unexpected.Count > 0)
            complaints.Append("unexpected:\n").Append(TestCompilation.Describe(unexpected));
        complaints.AppendJoin("", reported.Select(MessageForm.FaultOf));
        if (complaints.Length > 0)
            throw new HarnessException($"{complaints}in:\n{string.Join("\n// ----\n", files.Select(file => file.Text))}");
    }
}
