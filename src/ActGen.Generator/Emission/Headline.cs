using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>A network in one line: <c>784 → Dense 128 + ReLU → Dense 10, CrossEntropyLoss; 101,770 parameters</c>.</summary>
internal static class Headline
{
    private const int MostLayers = 6;

    public static string Of(NetworkPlan plan, IReadOnlyList<Stage> stages)
    {
        IEnumerable<string> names = stages.Select(LayerNames.Of);
        if (stages.Count > MostLayers)
            names = names.Take(MostLayers - 2).Append($"… {Words.Of(stages.Count - MostLayers + 1)} more").Append(LayerNames.Of(stages[stages.Count - 1]));
        return $"{plan.Input} → {string.Join(" → ", names)}{(plan.Loss is { } loss ? ", " + loss.Type.Name : "")}; {Words.Of(plan.ParameterCount)} parameters";
    }
}
