using System.Collections.Immutable;
using ActGen.Analyzers.Usage;
using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers;

/// <summary>The ACT4xxx rules: how code uses the library. Walks each method body once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SoftmaxByHandBeforeCrossEntropy.Descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryCalls.Of(start.Compilation) is { } library)
                start.RegisterOperationBlockAction(block => Analyze(block, library));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, LibraryCalls library)
    {
        foreach (IOperation body in context.OperationBlocks)
        {
            // Few methods call both; the others cost this one walk.
            var called = body.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod).ToList();
            if (!called.Any(library.IsSoftmax) || !called.Any(library.IsOnClassLogits))
                continue;
            ControlFlowGraph graph = context.GetControlFlowGraph(body);
            foreach (LossCall found in new MethodFlow(library, new CapturedVariables(body, graph), context.CancellationToken).Find(graph))
                context.ReportDiagnostic(SoftmaxByHandBeforeCrossEntropy.Of(found));
        }
    }
}
