using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Declarations;

/// <summary>Applies the rules to the networks of one compilation.</summary>
internal sealed class NetworkFindings(DeclaredNetworks networks, AnalyzerConfigOptionsProvider options)
{
    private readonly RuleOptionsTable _options = new(options);

    /// <summary>Reports everything about a class with <c>[Network]</c>; nothing about others.</summary>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (networks.AnalysisOf(type, cancellation) is not { } analysis)
            return;
        var sites = new DeclarationSites(type, cancellation);
        // ACT0xxx: what the front end found already.
        foreach (Problem problem in analysis.Problems.Items.Where(problem => !problem.IsToldElsewhere))
            report(Diagnostic.Create(DeclarationDescriptors.Of(problem.Id), sites.Find(problem.Site), messageArgs: [.. problem.Arguments]));
        var broken = new HashSet<int>(analysis.Problems.Items.Select(problem => problem.Site.Layer));
        bool isSound = true;
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            // Values that are an error already need no warning.
            if (broken.Contains(layer.Index) || ValueFault(layer) is not { } fault)
                continue;
            report(Diagnostic.Create(DeclarationDescriptors.UnstableFormula, sites.Find(new(layer.Index)), fault));
            broken.Add(layer.Index);
            isSound = false;
        }
        NetworkMeaning network = broken.All(layer => layer < 0) ? NetworkMeaning.Of(analysis) : new NetworkMeaning(analysis, layer => FactsOf(layer, broken));
        var findings = new FindingReport(sites, report);
        foreach (NetworkRule rule in NetworkRules.All)
        {
            // Signal and gradient of a layer that is no activation follow from its own mistake.
            if (!isSound && rule.Concern == Concern.Scale)
                continue;
            foreach (Finding finding in rule.Find(network, _options.Of(sites.Tree)))
                findings.Add(rule, finding);
        }
    }

    /// <summary>Nobody knows what function an activation is meant to be whose values are a mistake already.</summary>
    private static LayerFacts FactsOf(LayerAnalysis layer, HashSet<int> broken) =>
        LayerTypes.FactsOf(layer) is var facts && broken.Contains(layer.Index) && facts.Function is not null ? LayerFacts.Unknown : facts;

    /// <summary>What the values that a layer gives its formula do to it, where its default values do no harm.</summary>
    private static string? ValueFault(LayerAnalysis layer)
    {
        if (layer.Formula is not { } formula || layer.FormulaParameters.Count != formula.Parameters.Count || !layer.FormulaParameters.Items.All(FloatRange.Holds)
            || layer.FormulaParameters.SequenceEqual(formula.Defaults) || SelfCheck.FaultOf(formula, layer.FormulaParameters) is not { } fault || SelfCheck.FaultOf(formula) is not null)
        {
            return null;
        }
        IEnumerable<string> values = formula.Parameters.Select((parameter, i) => $"{parameter.Name} = {Words.Of(layer.FormulaParameters[i])}");
        return $"[{layer.Declaration.Name}] with {string.Join(", ", values)}: {fault}";
    }
}
