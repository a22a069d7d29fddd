using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Findings;

/// <summary>What has been said of the layers of one class. A layer is known by its path, which the repetitions of a block share; of all findings about the same concern
/// of the same layer only the first one counts.</summary>
internal sealed class ToldFindings
{
    private readonly HashSet<(Concern Concern, EquatableArray<int> Path)> _concerns = [];
    private readonly HashSet<(string Id, string? Argument, EquatableArray<int> Path)> _problems = [], _problemsElsewhere = [];

    /// <summary>Notes a problem.</summary>
    /// <returns>Whether it is to be told: of the class itself and its own layers each one is.</returns>
    public bool Add(Problem problem, LayerDeclaration? layer)
    {
        (string, string?, EquatableArray<int>) key = (problem.Id, problem.Site.Argument, layer?.Path ?? []);
        return !_problemsElsewhere.Contains(key) && (_problems.Add(key) || layer is not { IsOfBlock: true });
    }

    /// <summary>Notes a finding.</summary>
    /// <returns>Whether it is to be told.</returns>
    public bool Add(NetworkRule rule, Finding finding, EquatableArray<LayerDeclaration> layers)
    {
        (Concern, EquatableArray<int>)[] subjects = [.. (finding.About ?? [finding.At.Index]).Select(layer => (rule.Concern, layers[layer].Path))];
        if (subjects.Any(_concerns.Contains))
            return false;
        _concerns.UnionWith(subjects);
        return true;
    }

    /// <summary>Takes over what is told of a block that is used at a place.</summary>
    public void AddBlock(ToldFindings block, int place)
    {
        _concerns.UnionWith(block._concerns.Where(told => told.Path.Count > 0).Select(told => (told.Concern, Behind(told.Path))));
        _problemsElsewhere.UnionWith(block._problems.Where(told => told.Path.Count > 0).Select(told => (told.Id, told.Argument, Behind(told.Path))));

        EquatableArray<int> Behind(EquatableArray<int> path) => [place, .. path];
    }

    /// <summary>Takes over what is told of the network whose variant the class is.</summary>
    public void AddOrigin(ToldFindings origin)
    {
        _concerns.UnionWith(origin._concerns);
        _problemsElsewhere.UnionWith(origin._problems.Where(told => told.Path.Count > 0 || told.Id == DeclarationDescriptors.MissingLayersOrInput.Id));
    }
}
