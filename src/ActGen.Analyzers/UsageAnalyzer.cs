using System.Collections.Immutable;
using ActGen.Analyzers.Usage;
using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Calculus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers;

/// <summary>The ACT4xxx rules: how code uses the library. Walks each method body once; follows the flow of those that use the library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. UsageRules.All.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (UsageModel.Of(start.Compilation, start.Options.AnalyzerConfigOptionsProvider) is { } model)
                start.RegisterOperationBlockAction(block => Analyze(block, model));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, UsageModel model)
    {
        // Formulas have checks of their own.
        if (context.OwningSymbol is IMethodSymbol method && FormulaBodyReader.IsFormula(method))
            return;
        SyntaxTree? file = context.OperationBlocks.FirstOrDefault()?.Syntax.SyntaxTree;
        bool isForInference = model.Options.Of(file).InferenceMethods.Contains(context.OwningSymbol.Name);
        UsageRule[] rules = [.. UsageRules.All.Where(rule => !isForInference || !rule.IsAboutHandwork)];
        foreach (IOperation body in context.OperationBlocks)
        {
            if (!Walk(body, model, rules, context.ReportDiagnostic))
                continue;
            ControlFlowGraph graph = context.GetControlFlowGraph(body);
            Seen[] seen = [.. new MethodFlow(model, MethodVariables.Of(body, graph, model.Library), context.CancellationToken).Find(graph)];
            foreach (Diagnostic found in rules.SelectMany(rule => seen.SelectMany(one => rule.Find(one, model)).Concat(rule.FindAll(seen, model))))
                context.ReportDiagnostic(found);
        }
    }

    /// <summary>The one walk that every method costs.</summary>
    /// <returns>Whether the flow of values decides anything: a call of the library, a quotient of exponentials, a logarithm of such or of what a method of the project returns.</returns>
    private static bool Walk(IOperation body, UsageModel model, UsageRule[] rules, Action<Diagnostic> report)
    {
        bool usesLibrary = false, hasExponential = false, hasQuotient = false, hasLogarithm = false, callsOwn = false;
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation call when model.Library.IsKnown(call.TargetMethod):
                    usesLibrary = true;
                    break;
                case IInvocationOperation call:
                    hasExponential |= model.Library.IsExponential(call.TargetMethod, out _);
                    hasLogarithm |= model.Library.IsLogarithm(call.TargetMethod);
                    callsOwn |= MethodSummaries.IsSummarized(call.TargetMethod);
                    if (MethodBodies.IsOwn(call.TargetMethod))
                        break;
                    continue;
                case IMethodReferenceOperation reference:
                    hasExponential |= model.Library.IsExponential(reference.Method, out _);
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide }:
                    hasQuotient = true;
                    continue;
                case IObjectCreationOperation or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation }:
                    break;
                default:
                    continue;
            }
            foreach (UsageRule rule in rules)
            {
                foreach (Diagnostic found in rule.Look(operation, model))
                    report(found);
            }
        }
        return usesLibrary || (hasExponential && hasQuotient) || (hasLogarithm && (hasExponential || callsOwn));
    }
}
