using System.Globalization;

namespace ActGen;

/// <summary>Labels of a CSV file: class indices or class names.</summary>
/// <param name="Indices">A class index for each row.</param>
/// <param name="Names">The class names, or none.</param>
internal sealed record CsvLabels(int[] Indices, IReadOnlyList<string> Names)
{
    /// <summary>Reads labels: indices if all are whole numbers from 0 on and no names were given, names otherwise.</summary>
    /// <param name="labels">The fields.</param>
    /// <param name="names">The class names in order, or null for those in the file.</param>
    /// <param name="problem">Makes the exception for a row.</param>
    public static CsvLabels Read(List<string> labels, IReadOnlyList<string>? names, Func<int, string, Exception> problem)
    {
        int empty = labels.IndexOf("");
        if (empty >= 0)
            throw problem(empty, "the label is missing.");
        var indices = new int[labels.Count];
        bool areIndices = names is null;
        for (int row = 0; row < indices.Length && areIndices; row++)
            areIndices = TryIndex(labels[row], out indices[row]);
        if (areIndices)
            return new CsvLabels(indices, []);

        names = names is null ? [.. labels.Distinct().Order(StringComparer.Ordinal)] : [.. names];
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
            byName.TryAdd(names[i], i);
        for (int row = 0; row < indices.Length; row++)
        {
            if (!byName.TryGetValue(labels[row], out indices[row]))
                throw problem(row, $"\"{labels[row]}\" is not one of the class names {string.Join(", ", names)}.");
        }
        return new CsvLabels(indices, names);
    }

    public Dataset ToDataset(float[] features) => Dataset.FromNamedClasses(features, Indices, Names);

    /// <summary>A whole number from 0 to 65,535, also written as 3.0: beyond that a number is a name or a mistake, not one of so many classes.</summary>
    private static bool TryIndex(string label, out int index)
    {
        bool whole = double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number is >= 0 and <= ushort.MaxValue && number == double.Floor(number);
        index = whole ? (int)number : 0;
        return whole;
    }
}
