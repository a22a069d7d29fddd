namespace ActGen;

/// <summary>Rows of features with a label or real targets each. Immutable.</summary>
public sealed partial class Dataset
{
    private readonly float[] _features;
    private readonly int[]? _labels;
    private readonly float[]? _targets;

    private Dataset(float[] features, int[]? labels, float[]? targets, int count, IReadOnlyList<int> shape, int classes, IReadOnlyList<string> classNames)
    {
        _features = features;
        _labels = labels;
        _targets = targets;
        Count = count;
        Shape = shape;
        FeatureCount = features.Length / count;
        TargetCount = targets is null ? 0 : targets.Length / count;
        LabelCount = labels is null ? 0 : labels.Length / count;
        Classes = classes;
        ClassNames = classNames;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Shape of the features of one row.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Features of one row: the product of <see cref="Shape"/>.</summary>
    public int FeatureCount { get; }

    /// <summary>Labels of one row: 1, or the positions of a sequence; 0 when the rows have real targets.</summary>
    public int LabelCount { get; }

    /// <summary>Real targets of one row; 0 when the rows have labels.</summary>
    public int TargetCount { get; }

    /// <summary>Number of classes; 0 when the rows have real targets.</summary>
    public int Classes { get; }

    /// <summary>Names of the classes where a file gave names; empty otherwise.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Whether the rows have labels; otherwise they have real targets.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>The features of one row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Features(int row) => _features.AsSpan(Checked(row) * FeatureCount, FeatureCount);

    /// <summary>The label of one row, the first one of a sequence.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The rows have real targets.</exception>
    public int Label(int row) => RequiredLabels()[Checked(row) * LabelCount];

    /// <summary>The real targets of one row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The rows have labels.</exception>
    public ReadOnlySpan<float> Targets(int row) => RequiredTargets().AsSpan(Checked(row) * TargetCount, TargetCount);

    /// <summary>The features of all rows, row by row.</summary>
    public ReadOnlySpan<float> AllFeatures => _features;

    /// <summary>The labels of all rows.</summary>
    /// <exception cref="InvalidOperationException">The rows have real targets.</exception>
    public ReadOnlySpan<int> AllLabels => RequiredLabels();

    /// <summary>The real targets of all rows, row by row.</summary>
    /// <exception cref="InvalidOperationException">The rows have labels.</exception>
    public ReadOnlySpan<float> AllTargets => RequiredTargets();

    /// <summary>The same rows, their classes called by names, as confusion matrices and reports show them.</summary>
    /// <param name="names">One for each class, in the order of the labels.</param>
    /// <exception cref="InvalidOperationException">The rows have real targets.</exception>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public Dataset WithClassNames(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        int[] labels = RequiredLabels();
        return names.Count == Classes
            ? new Dataset(_features, labels, null, Count, Shape, Classes, [.. names])
            : throw new ArgumentException($"The data set has {Classes} classes; {names.Count} names were given.", nameof(names));
    }

    /// <summary>The rows with these indices, in this order.</summary>
    private Dataset Select(ReadOnlySpan<int> rows)
    {
        var features = new float[checked(rows.Length * FeatureCount)];
        int[]? labels = _labels is null ? null : new int[rows.Length * LabelCount];
        float[]? targets = _targets is null ? null : new float[rows.Length * TargetCount];
        CopyRows(rows, features, labels, targets);
        return new Dataset(features, labels, targets, rows.Length, Shape, Classes, ClassNames);
    }

    /// <summary>Gathers rows into the buffers of a batch; a buffer that does not apply is empty.</summary>
    internal void CopyRows(ReadOnlySpan<int> rows, Span<float> features, Span<int> labels, Span<float> targets)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            Features(rows[i]).CopyTo(features[(i * FeatureCount)..]);
            if (_labels is not null)
                _labels.AsSpan(rows[i] * LabelCount, LabelCount).CopyTo(labels[(i * LabelCount)..]);
            else
                Targets(rows[i]).CopyTo(targets[(i * TargetCount)..]);
        }
    }

    private int[] RequiredLabels() => _labels ?? throw new InvalidOperationException("The rows of this data set have real targets, not labels.");

    private float[] RequiredTargets() => _targets ?? throw new InvalidOperationException("The rows of this data set have labels, not real targets.");

    private int Checked(int row) =>
        (uint)row < (uint)Count ? row : throw new ArgumentOutOfRangeException(nameof(row), row, $"The data set has rows 0 to {Count - 1}.");
}
