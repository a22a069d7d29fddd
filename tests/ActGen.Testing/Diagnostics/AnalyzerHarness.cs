using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Testing;

/// <summary>Runs analyzers as a build does: on the program together with its generated part.</summary>
public static class AnalyzerHarness
{
    /// <summary>What the product's analyzers say about a program with markup, and whether that is what the markup expects.</summary>
    /// <param name="sources">Files with markup; implicit usings and <c>using ActGen</c> are there already.</param>
    /// <exception cref="HarnessException">A diagnostic is missing or unexpected, or the program does not compile.</exception>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(params string[] sources) => new AnalyzerTest { Sources = [.. sources] }.RunAsync();

    /// <summary>Diagnostics of analyzers, suppressed ones left out, in the order of their places.</summary>
    /// <param name="compilation">The program with its generated part.</param>
    /// <param name="analyzers">The analyzers; all of the product when left out.</param>
    /// <param name="editorConfig">Lines of an <c>.editorconfig</c>, for thresholds.</param>
    /// <exception cref="HarnessException">An analyzer threw (the user would see AD0001).</exception>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        CSharpCompilation compilation, IEnumerable<DiagnosticAnalyzer>? analyzers = null, ImmutableDictionary<string, string>? editorConfig = null) =>
        RunAsync(compilation, analyzers, editorConfig, static program => program.GetAnalyzerDiagnosticsAsync());

    /// <summary>Diagnostics in one file, as an editor asks for them while it is typed.</summary>
    /// <exception cref="HarnessException">An analyzer threw (the user would see AD0001).</exception>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsOfFileAsync(CSharpCompilation compilation, SyntaxTree file) =>
        RunAsync(compilation, analyzers: null, editorConfig: null, async program =>
        [
            .. await program.GetAnalyzerSyntaxDiagnosticsAsync(file, CancellationToken.None),
            .. await program.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file), filterSpan: null, CancellationToken.None),
        ]);

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(
        CSharpCompilation compilation,
        IEnumerable<DiagnosticAnalyzer>? analyzers,
        ImmutableDictionary<string, string>? editorConfig,
        Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        var exceptions = new StringBuilder();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new TestAnalyzerConfig(editorConfig ?? ImmutableDictionary<string, string>.Empty)),
            onAnalyzerException: (exception, analyzer, _) =>
            {
                lock (exceptions)
                    exceptions.Append(analyzer.GetType().Name).Append(" threw ").Append(exception).Append('\n');
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await ask(compilation.WithAnalyzers(analyzers?.ToImmutableArray() ?? ProductAnalyzers.Create(), options));
        if (exceptions.Length > 0)
            throw new HarnessException($"{exceptions}on:\n{compilation.SyntaxTrees.FirstOrDefault()}");
        return
        [
            .. diagnostics
                .Where(diagnostic => !diagnostic.IsSuppressed)
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
