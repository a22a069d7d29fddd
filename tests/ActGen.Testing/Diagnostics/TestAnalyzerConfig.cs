using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Testing;

/// <summary>The same <c>.editorconfig</c> lines for every file.</summary>
internal sealed class TestAnalyzerConfig(ImmutableDictionary<string, string> lines) : AnalyzerConfigOptionsProvider
{
    private readonly Lines _options = new(lines);

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Lines(ImmutableDictionary<string, string> lines) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => lines.TryGetValue(key, out value!);
    }
}
