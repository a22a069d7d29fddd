using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>Where a layer reports arguments for which it is not defined (ACT0006).</summary>
/// <param name="layer">The layer.</param>
/// <param name="index">Its place in the declaration.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class ArgumentChecks(LayerDeclaration layer, int index, ProblemCollection problems)
{
    public LayerDeclaration Layer => layer;

    /// <summary>Reports an argument whose value the rule does not allow.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="otherwise">Its value where it was left out; null where it must be written.</param>
    /// <param name="holds">The rule.</param>
    /// <param name="rule">The rule in words.</param>
    public void Require(string name, double? otherwise, Func<double, bool> holds, string rule)
    {
        double? value = layer.Find(name) is { } argument ? argument.Number : otherwise;
        if (value is not { } number || !holds(number))
            Report(name, Words.Of(value), rule);
    }

    /// <summary>Reports an argument.</summary>
    public void Report(string name, string value, string rule) =>
        problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, name), layer.Name, name, value, rule);
}
