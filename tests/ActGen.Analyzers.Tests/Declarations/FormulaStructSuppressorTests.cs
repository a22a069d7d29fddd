using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Tests.Declarations;

public class FormulaStructSuppressorTests
{
    /// <summary>CA1815 as the SDK reports it: on the name of every public struct without equality.</summary>
    [Fact]
    public async Task Equality_is_asked_of_other_structs_only()
    {
        CSharpCompilation program = GeneratorHarness.RunOnce(TestCompilation.Create(
            ["using ActGen; [ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x * 2; } public struct Other { }"], TestReferences.Default)).Output;
        ImmutableArray<Diagnostic> left = await AnalyzerHarness.DiagnosticsAsync(program, [new EqualityOfStructs(), new FormulaStructSuppressor()]);
        Assert.Equal("Other", Assert.Single(left).GetMessage());
    }

#pragma warning disable RS1001, RS1029, RS1036, RS2008 // a stand-in for the SDK's own analyzer, with its id
    private sealed class EqualityOfStructs : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("CA1815", "Equality", "{0}", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Struct } type)
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], type.Name));
                },
                SymbolKind.NamedType);
        }
    }
}
