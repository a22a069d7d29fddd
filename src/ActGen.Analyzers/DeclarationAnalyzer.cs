using System.Collections.Concurrent;
using System.Collections.Immutable;
using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers;

/// <summary>The ACT0xxx to ACT3xxx rules: how networks and formulas are declared. Runs the front end once per class and hands
/// its analysis to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    private const string FormulaAttributeName = "ActGen.ActivationFunctionAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. NetworkRules.All.SelectMany(rule => rule.Descriptors)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(NetworkReader.AttributeName) is null)
                return;
            INamedTypeSymbol? formulaAttribute = start.Compilation.GetTypeByMetadataName(FormulaAttributeName);
            var formulas = new ConcurrentDictionary<string, FormulaDeclaration?>(StringComparer.Ordinal);
            start.RegisterSymbolAction(symbol => CheckFormula(symbol, formulaAttribute, formulas), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => CheckNetwork(symbol, formulas), SymbolKind.NamedType);
        });
    }

    private static void CheckFormula(SymbolAnalysisContext context, INamedTypeSymbol? attribute, ConcurrentDictionary<string, FormulaDeclaration?> formulas)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)))
            return;
        if (FormulaOf(type, context.Compilation, formulas, context.CancellationToken) is not { } declaration)
            return;
        foreach (FormulaProblem problem in declaration.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDescriptors.Of(problem.Id), FormulaReader.Locate(type, problem), messageArgs: [.. problem.Arguments]));
        }
        if (declaration.ToFormula() is { } formula && UnstableFormula.FaultOf(formula) is { } fault)
        {
            Location place = type.GetMembers("Formula").FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.UnstableFormula, place, fault));
        }
    }

    private static void CheckNetwork(SymbolAnalysisContext context, ConcurrentDictionary<string, FormulaDeclaration?> formulas)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkReader.Read(type, context.CancellationToken) is not { } declaration)
            return;
        FormulaTable own = FormulaTable.Of(declaration.Layers.Items
            .Where(layer => layer.Formula is { IsOfThisCompilation: true })
            .Select(layer => context.Compilation.Assembly.GetTypeByMetadataName(layer.Formula!.MetadataName))
            .Select(formula => formula is null ? null : FormulaOf(formula, context.Compilation, formulas, context.CancellationToken))
            .OfType<FormulaDeclaration>());
        NetworkAnalysis analysis = NetworkAnalysis.Of(declaration.Resolve(own));
        var report = new Report(new DeclarationSites(type, context.CancellationToken), context.ReportDiagnostic);
        foreach (NetworkRule rule in NetworkRules.All)
            rule.Check(analysis, report);
    }

    /// <summary>Read once per compilation, however many networks use it; null for a struct that is no formula.</summary>
    private static FormulaDeclaration? FormulaOf(
        INamedTypeSymbol type, Compilation compilation, ConcurrentDictionary<string, FormulaDeclaration?> formulas, CancellationToken cancellation) =>
        formulas.GetOrAdd(TypeIdentity.MetadataNameOf(type), _ =>
            type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == FormulaAttributeName)
                ? FormulaReader.Read(type, compilation, cancellation)
                : null);
}
