using System.Collections.Immutable;
using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers;

/// <summary>The ACT0xxx to ACT3xxx rules: how networks and formulas are declared. Runs the front end once per class and hands
/// its analysis to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. DeclarationDescriptors.All, .. NetworkRules.All.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(NetworkReader.AttributeName) is null)
                return;
            var networks = DeclaredNetworks.Of(start.Compilation);
            var findings = new NetworkFindings(networks, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSymbolAction(symbol => CheckFormula(symbol, networks), SymbolKind.NamedType);
            start.RegisterSymbolAction(
                symbol => findings.Check((INamedTypeSymbol)symbol.Symbol, symbol.ReportDiagnostic, symbol.CancellationToken), SymbolKind.NamedType);
        });
    }

    private static void CheckFormula(SymbolAnalysisContext context, DeclaredNetworks networks)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (networks.FormulaOf(type, context.CancellationToken) is not { } declaration)
            return;
        foreach (FormulaProblem problem in declaration.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDescriptors.Of(problem.Id), FormulaReader.Locate(type, problem), messageArgs: [.. problem.Arguments]));
        }
        if (declaration.ToFormula() is { } formula && SelfCheck.FaultOf(formula) is { } fault)
        {
            Location place = type.GetMembers("Formula").FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.UnstableFormula, place, fault));
        }
    }
}
