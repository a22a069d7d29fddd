namespace ActGen;

/// <summary>How a CSV file is read. The defaults fit numbers separated by commas with the label in the last column.</summary>
public sealed record CsvOptions
{
    /// <summary>What separates fields.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the first record names the columns; null: it does when none of its feature fields is a number.</summary>
    public bool? Header { get; init; }

    /// <summary>Lines to skip before the first record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public int SkipLines { get; init => field = Setting.AtLeast(0, value); }

    /// <summary>Column of the label, from 0; negative ones count from the end, −1 is the last. Whole numbers from 0 on are class indices; anything else is a class name, and the classes are numbered in ordinal order of their names.</summary>
    public int LabelColumn { get; init; } = -1;

    /// <summary>Columns of real targets, for a regression; then there is no label column. Negative ones count from the end.</summary>
    public IReadOnlyList<int>? TargetColumns { get; init; }

    /// <summary>The class names in the order of their indices, where the file has names; null: those in the file. Give those of the training rows when other rows come from another file.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
