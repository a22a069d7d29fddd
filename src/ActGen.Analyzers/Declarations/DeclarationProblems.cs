using System.Collections.Immutable;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>ACT0xxx: what the front end found already; the rule whose check is done.</summary>
internal sealed class DeclarationProblems : NetworkRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => DeclarationDescriptors.All;

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        foreach (Problem problem in analysis.Problems)
            report.Problem(DeclarationDescriptors.Of(problem.Id), problem);
    }
}
