using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Checks of what a step or an evaluation is given, before anything is written.</summary>
internal static class StepValidation
{
    public static void Labels(NetworkPlan plan, LossDefinition loss, int rows, ReadOnlySpan<int> labels)
    {
        if ((loss.Targets & TargetKind.Labels) == 0)
            throw new ArgumentException($"{loss.Name} of {plan.Definition.Name} takes real targets, {plan.TargetSize} for each row, not labels.", nameof(labels));
        long expected = (long)rows * plan.DecisionsPerRow;
        if (labels.Length != expected)
            throw new ArgumentException($"{loss.Name} of {plan.Definition.Name} takes {expected} labels for {rows} rows; {labels.Length} were given.", nameof(labels));
        LabelCheck.Ensure(labels, loss.Classes, loss.IgnoreIndex, nameof(labels));
    }

    public static void Targets(NetworkPlan plan, LossDefinition loss, int rows, ReadOnlySpan<float> targets)
    {
        if ((loss.Targets & TargetKind.Values) == 0)
            throw new ArgumentException($"{loss.Name} of {plan.Definition.Name} takes integer labels, {plan.DecisionsPerRow} for each row, not real targets.", nameof(targets));
        long expected = (long)rows * plan.TargetSize;
        if (targets.Length != expected)
            throw new ArgumentException($"{loss.Name} of {plan.Definition.Name} takes {plan.TargetSize} targets for each of the {rows} rows: {expected} are expected, {targets.Length} were given.", nameof(targets));
        if (loss.IsSigned)
            SignCheck.Ensure(targets, loss.Name);
    }

    public static void Finite(ReadOnlySpan<float> values, int rowSize, string name)
    {
        if (values.IndexOfNonFinite() is >= 0 and int i)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Element {i % rowSize} of row {i / rowSize} is {values[i]}, not a finite number."), name);
    }
}
