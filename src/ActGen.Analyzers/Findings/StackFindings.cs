using System.Collections.Immutable;
using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Findings;

/// <summary>All that is wrong with one network, variant or block, wherever it is told.</summary>
/// <param name="Analysis">What was looked at.</param>
/// <param name="Problems">What the front end found, and activations whose values are a mistake.</param>
/// <param name="Findings">What the rules found, in their order.</param>
internal sealed record StackFindings(NetworkAnalysis Analysis, ImmutableArray<Problem> Problems, ImmutableArray<(NetworkRule Rule, Finding Finding)> Findings)
{
    public static StackFindings Of(NetworkAnalysis analysis, RuleOptions options)
    {
        ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();
        // ACT0xxx: what the front end found already.
        problems.AddRange(analysis.Problems);
        var broken = new HashSet<int>(analysis.Problems.Items.Select(problem => problem.Site.Layer));
        bool isSound = true;
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            // Values that are an error already need no warning.
            if (broken.Contains(layer.Index) || ValueFault(layer) is not { } fault)
                continue;
            problems.Add(new(DeclarationDescriptors.UnstableFormula.Id, new(layer.Index), [fault]));
            broken.Add(layer.Index);
            isSound = false;
        }
        NetworkMeaning network = broken.All(layer => layer < 0) ? NetworkMeaning.Of(analysis) : new NetworkMeaning(analysis, layer => FactsOf(layer, broken));
        return new(analysis, problems.ToImmutable(),
        [
            .. from rule in NetworkRules.All
               // Signal and gradient of a layer that is no activation follow from its own mistake.
               where isSound || rule.Concern != Concern.Scale
               from finding in rule.Find(network, options)
               select (rule, finding),
        ]);
    }

    /// <summary>Notes all of it as told.</summary>
    public ToldFindings Tell()
    {
        var told = new ToldFindings();
        foreach (Problem problem in Problems)
            told.Add(problem, LayerOf(problem));
        foreach ((NetworkRule rule, Finding finding) in Findings)
            told.Add(rule, finding, Analysis.Declaration.Layers);
        return told;
    }

    /// <summary>The layer that a problem is about; null for the class.</summary>
    public LayerDeclaration? LayerOf(Problem problem) => problem.Site.Layer < 0 ? null : Analysis.Declaration.Layers[problem.Site.Layer];

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
