using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Whether and how a data set fits a network and its loss.</summary>
internal sealed class DatasetFit
{
    private DatasetFit(Dataset data, bool labels, bool labelsAsValues, bool isSigned)
    {
        Data = data;
        UsesLabels = labels;
        _labelsAsValues = labelsAsValues;
        _isSigned = isSigned;
    }

    private readonly bool _labelsAsValues;
    private readonly bool _isSigned;

    public Dataset Data { get; }

    /// <summary>Whether the loss is given labels; otherwise real targets.</summary>
    public bool UsesLabels { get; }

    /// <summary>Checks a data set against a network.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="data">The rows.</param>
    /// <param name="name">Name of the argument, for messages.</param>
    /// <exception cref="ArgumentException">Features, labels or targets do not fit.</exception>
    public static DatasetFit Of(NetworkPlan plan, Dataset data, string name)
    {
        ArgumentNullException.ThrowIfNull(data, name);
        NetworkDefinition network = plan.Definition;
        LossDefinition loss = plan.RequireLoss();
        if (data.FeatureCount != plan.InputSize)
            throw new ArgumentException($"{network.Name} reads {plan.InputSize} features ({Text(network.InputShape)}); the rows have {data.FeatureCount} ({Text(data.Shape)}).", name);
        if (!SameValues(network.InputShape, data.Shape))
            throw new ArgumentException($"{network.Name} reads rows of shape {Text(network.InputShape)}; those of the data are {Text(data.Shape)}, as many values, perhaps in another order. Where it is the same, pass shape: [{string.Join(", ", network.InputShape)}] to Dataset.FromArrays; else declare [Network({string.Join(", ", data.Shape)})].", name);
        if (!data.HasLabels)
        {
            if ((loss.Targets & TargetKind.Values) == 0)
                throw new ArgumentException($"{loss.Name} of {network.Name} takes integer labels; the rows have real targets.", name);
            if (data.TargetCount != plan.TargetSize)
                throw new ArgumentException($"{loss.Name} of {network.Name} takes {plan.TargetSize} targets for each row; the rows have {data.TargetCount}.", name);
            if (loss.IsSigned)
                SignCheck.Ensure(data.AllTargets, loss.Name, name);
            return new DatasetFit(data, labels: false, labelsAsValues: false, loss.IsSigned);
        }
        if ((loss.Targets & TargetKind.Labels) != 0)
        {
            RequireLabelsPerRow(plan, data, plan.DecisionsPerRow, name);
            RequireClasses(plan, data, loss.Classes, loss.IgnoreIndex, name);
            return new DatasetFit(data, labels: true, labelsAsValues: false, loss.IsSigned);
        }
        // Two-class rows, as files have them, for a network that decides between 0 and 1.
        if (loss.Decision == DecisionKind.None)
            throw new ArgumentException($"{loss.Name} of {network.Name} takes real targets, {plan.TargetSize} for each row; the rows have labels.", name);
        RequireLabelsPerRow(plan, data, plan.OutputSize, name);
        RequireClasses(plan, data, classes: 2, ignoreIndex: null, name);
        return new DatasetFit(data, labels: false, labelsAsValues: true, loss.IsSigned);
    }

    /// <summary>Gathers rows into the buffers of a batch.</summary>
    /// <param name="rows">Indices.</param>
    /// <param name="features">rows × features.</param>
    /// <param name="labels">Room for the labels, whatever the loss takes.</param>
    /// <param name="targets">Room for the targets that the loss takes.</param>
    public void CopyRows(ReadOnlySpan<int> rows, Span<float> features, Span<int> labels, Span<float> targets)
    {
        Data.CopyRows(rows, features, labels, targets);
        if (!_labelsAsValues)
            return;
        for (int i = 0; i < rows.Length * Data.LabelCount; i++)
            targets[i] = _isSigned ? (2 * labels[i]) - 1 : labels[i];
    }

    /// <summary>Whether values lie in the same order under both shapes: as (28, 28), (1, 28, 28) and (784) do, and (3, 32, 32) and (32, 32, 3) do not.</summary>
    private static bool SameValues(IReadOnlyList<int> network, IReadOnlyList<int> data)
    {
        int[] one = [.. network.Where(static size => size > 1)], other = [.. data.Where(static size => size > 1)];
        return one.Length <= 1 || other.Length <= 1 || one.SequenceEqual(other);
    }

    private static string Text(IReadOnlyList<int> shape) => string.Join('×', shape);

    private static void RequireLabelsPerRow(NetworkPlan plan, Dataset data, int expected, string name)
    {
        if (data.LabelCount != expected)
            throw new ArgumentException($"{plan.Definition.Name} needs {expected} labels for each row; the rows have {data.LabelCount}.", name);
    }

    private static void RequireClasses(NetworkPlan plan, Dataset data, int classes, int? ignoreIndex, string name)
    {
        ReadOnlySpan<int> labels = data.AllLabels;
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes && labels[i] != ignoreIndex)
                throw new ArgumentException($"Label {labels[i]} of row {i / data.LabelCount} is not one of the {classes} classes of {plan.Definition.Name}: 0 to {classes - 1} are expected.", name);
        }
    }
}
