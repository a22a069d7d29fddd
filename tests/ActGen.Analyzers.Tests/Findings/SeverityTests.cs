using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests.Findings;

/// <summary>What a line <c>dotnet_diagnostic.ACT….severity</c> of <c>.editorconfig</c> makes of findings, also of those whose severity is not their rule's.</summary>
public class SeverityTests
{
    [Theory]
    [InlineData("[Dense(3), Softmax] [CrossEntropyLoss]", "ACT2001", ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData("[Dense(3), Softmax] [CrossEntropyLoss]", "ACT2001", ReportDiagnostic.Hidden, DiagnosticSeverity.Hidden)]
    [InlineData("[Dense(3), Softmax] [CrossEntropyLoss]", "ACT2001", ReportDiagnostic.Suppress, null)]
    // information of a rule of warnings, an error of one
    [InlineData("[Dense(2), Softmax] [BCELoss]", "ACT2006", ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData("[Dense(2), Softmax] [BCELoss]", "ACT2006", ReportDiagnostic.Default, DiagnosticSeverity.Info)]
    [InlineData("[Dense(8, Init = Initializer.Zeros), ReLU] [Dense(2)] [MSELoss]", "ACT3002", ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    [InlineData("[Dense(64), GELU] [Dense(2)] [MSELoss]", "ACT1013", ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    // what cannot be compiled stays an error
    [InlineData("[MSELoss] [Dense(2)]", "ACT0007", ReportDiagnostic.Suppress, DiagnosticSeverity.Error)]
    [InlineData("[MSELoss] [Dense(2)]", "ACT0007", ReportDiagnostic.Warn, DiagnosticSeverity.Error)]
    public async Task Lines_of_editorconfig_decide(string stack, string id, ReportDiagnostic line, DiagnosticSeverity? expected)
    {
        var options = TestCompilation.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(id, line));
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create([$"using ActGen; [Network(8)] {stack} public sealed partial class Net;"])).Output.WithOptions(options);

        Assert.Equal(expected, (await AnalyzerHarness.DiagnosticsAsync(program)).FirstOrDefault(found => found.Id == id)?.Severity);
    }
}
