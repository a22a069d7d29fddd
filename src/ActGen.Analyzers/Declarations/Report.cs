using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>Takes the findings of rules and puts them at their places in the source.</summary>
internal sealed class Report(DeclarationSites sites, Action<Diagnostic> add)
{
    /// <summary>A finding at a layer.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="at">The layer that is to change.</param>
    /// <param name="with">Another layer that makes it a mistake.</param>
    /// <param name="arguments">Of the rule's message.</param>
    public void Finding(DiagnosticDescriptor descriptor, LayerAnalysis at, LayerAnalysis with, params object[] arguments) =>
        Finding(descriptor, descriptor.DefaultSeverity, at, with, arguments);

    /// <summary>A finding at a layer that is less certain than the rule's usual ones.</summary>
    public void Finding(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, LayerAnalysis at, LayerAnalysis with, params object[] arguments) =>
        add(Diagnostic.Create(
            descriptor,
            sites.Find(new ProblemSite(at.Index)),
            severity,
            additionalLocations: [sites.Find(new ProblemSite(with.Index))],
            properties: null,
            messageArgs: arguments));

    /// <summary>A problem that the front end found.</summary>
    public void Problem(DiagnosticDescriptor descriptor, Problem problem) =>
        add(Diagnostic.Create(descriptor, sites.Find(problem.Site), messageArgs: [.. problem.Arguments]));
}
