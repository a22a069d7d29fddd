namespace ActGen;

public sealed partial class Dataset
{
    /// <summary>Labelled rows from arrays, which are copied.</summary>
    /// <param name="features">Features, row by row.</param>
    /// <param name="labels">A class index for each row; a negative one may serve as the <c>IgnoreIndex</c> of a loss.</param>
    /// <param name="shape">Shape of one row; null: the features divide evenly among the labels. With a shape a row may have several labels, one for each position.</param>
    /// <param name="classes">Number of classes; 0: the largest label + 1.</param>
    /// <exception cref="ArgumentException">An array is empty, a length does not fit, or a label is not below <paramref name="classes"/>, or is <see cref="int.MaxValue"/>.</exception>
    public static Dataset FromArrays(float[] features, int[] labels, int[]? shape = null, int classes = 0)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        RequireNotEmpty(features.Length, nameof(features));
        RequireNotEmpty(labels.Length, nameof(labels));
        int count = shape is null ? labels.Length : RowsOf(features.Length, shape);
        shape ??= [RowSize(features.Length, count)];
        if (labels.Length % count != 0)
            throw new ArgumentException($"There are {count} rows of features and {labels.Length} labels: each row needs one, or the same number of them.", nameof(labels));
        int largest = labels.Max();
        if (classes > 0 && largest >= classes)
            throw new ArgumentException($"Label {largest} at index {Array.IndexOf(labels, largest)} is not one of {classes} classes: 0 to {classes - 1} are expected.", nameof(labels));
        if (largest == int.MaxValue)
            throw new ArgumentException($"Label {largest} at index {Array.IndexOf(labels, largest)} is too large: there are at most {int.MaxValue} classes, from 0.", nameof(labels));
        return new Dataset([.. features], [.. labels], null, count, [.. shape], Math.Max(classes, largest + 1), []);
    }

    /// <summary>Rows with real targets from arrays, which are copied.</summary>
    /// <param name="features">Features, row by row.</param>
    /// <param name="targets">Targets, row by row.</param>
    /// <param name="count">Number of rows; 0: one target for each row, or as many rows as <paramref name="shape"/> makes.</param>
    /// <param name="shape">Shape of one row; null: the features divide evenly among the rows.</param>
    /// <exception cref="ArgumentException">An array is empty, or a length does not fit.</exception>
    public static Dataset FromArrays(float[] features, float[] targets, int count = 0, int[]? shape = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireNotEmpty(features.Length, nameof(features));
        RequireNotEmpty(targets.Length, nameof(targets));
        if (count == 0)
            count = shape is null ? targets.Length : RowsOf(features.Length, shape);
        else if (shape is not null && RowsOf(features.Length, shape) != count)
            throw new ArgumentException($"{features.Length} features make {RowsOf(features.Length, shape)} rows of shape [{string.Join(", ", shape)}], not {count}.", nameof(count));
        shape ??= [RowSize(features.Length, count)];
        if (targets.Length % count != 0)
            throw new ArgumentException($"{targets.Length} targets do not divide evenly among {count} rows.", nameof(targets));
        return new Dataset([.. features], null, [.. targets], count, [.. shape], 0, []);
    }

    /// <summary>Labelled rows, one array each.</summary>
    /// <param name="features">One array for each row, all of the same length.</param>
    /// <param name="labels">A class index for each row.</param>
    /// <exception cref="ArgumentException">An array is empty, or a length does not fit.</exception>
    public static Dataset FromArrays(float[][] features, int[] labels)
    {
        float[] flat = Flatten(features, nameof(features));
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Length == features.Length
            ? FromArrays(flat, labels, [features[0].Length])
            : throw new ArgumentException($"There are {features.Length} rows of features and {labels.Length} labels: each row needs one.", nameof(labels));
    }

    /// <summary>Rows with real targets, one array each.</summary>
    /// <param name="features">One array for each row, all of the same length.</param>
    /// <param name="targets">One array for each row, all of the same length.</param>
    /// <exception cref="ArgumentException">An array is empty, or a length does not fit.</exception>
    public static Dataset FromArrays(float[][] features, float[][] targets)
    {
        float[] flat = Flatten(features, nameof(features));
        float[] flatTargets = Flatten(targets, nameof(targets));
        return features.Length == targets.Length
            ? FromArrays(flat, flatTargets, features.Length)
            : throw new ArgumentException($"There are {features.Length} rows of features and {targets.Length} rows of targets.", nameof(targets));
    }

    private static float[] Flatten(float[][] rows, string name)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        RequireNotEmpty(rows.Length, name);
        for (int row = 0; row < rows.Length; row++)
        {
            ArgumentNullException.ThrowIfNull(rows[row], name);
            if (rows[row].Length != rows[0].Length)
                throw new ArgumentException($"Row {row} has {rows[row].Length} elements, row 0 has {rows[0].Length}.", name);
        }
        RequireNotEmpty(rows[0].Length, name);
        return [.. rows.SelectMany(static row => row)];
    }

    private static int RowsOf(int length, int[] shape)
    {
        long size = 1;
        foreach (int dimension in shape)
        {
            if (dimension < 1)
                throw new ArgumentException($"The shape [{string.Join(", ", shape)}] has a dimension below 1.", nameof(shape));
            size = Math.Min(size * dimension, int.MaxValue);
        }
        return length % size == 0 && shape.Length > 0
            ? (int)(length / size)
            : throw new ArgumentException($"{length} features are not a whole number of rows of shape [{string.Join(", ", shape)}].", nameof(shape));
    }

    private static int RowSize(int length, int count) =>
        length % count == 0 ? length / count : throw new ArgumentException($"{length} features do not divide evenly among {count} rows.", "features");

    private static void RequireNotEmpty(int length, string name)
    {
        if (length == 0)
            throw new ArgumentException("At least one element is needed.", name);
    }
}
