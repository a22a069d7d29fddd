using System.Globalization;
using System.Text;

namespace ActGen.Ulp;

/// <summary>The tables of docs/numerics.md, between their markers: written by the tool, read by the tests.</summary>
internal static class AccuracyTable
{
    private const string Begin = "<!-- measured by tools/ulp: begin -->", End = "<!-- measured by tools/ulp: end -->";

    /// <summary>The largest errors in a document, by name.</summary>
    public static Dictionary<string, double> Read(string document) =>
        Between(document).Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 4 && Number(cells[3]) is not null)
            .ToDictionary(cells => cells[1], cells => Number(cells[3])!.Value);

    /// <summary>The document with new rows for what was measured; the rows of what was not stay.</summary>
    public static string Write(string document, IEnumerable<(Subject Subject, Measurement Measurement)> results)
    {
        Dictionary<string, string> rows = Between(document).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToDictionary(line => line.Split('|', StringSplitOptions.TrimEntries)[1]);
        foreach ((Subject subject, Measurement measurement) in results)
            rows[subject.Name] = Row(subject, measurement);

        StringBuilder text = new();
        Append("function", Subjects.Functions);
        text.Append('\n');
        Append("activation", Subjects.Activations);
        text.Append('\n');
        Append("activation, `Precision.Fast`", Subjects.Fast);
        int begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return $"{document[..begin]}\n{text}{document[document.IndexOf(End, StringComparison.Ordinal)..]}";

        void Append(string heading, IEnumerable<Subject> subjects)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {heading} | promised | largest error | at | order |\n|---|---|---|---|---|\n");
            foreach (Subject subject in subjects.Where(subject => rows.ContainsKey(subject.Name)))
                text.Append(rows[subject.Name]).Append('\n');
        }
    }

    /// <summary>One row. Errors are rounded up.</summary>
    public static string Row(Subject subject, Measurement measurement)
    {
        string promise = subject.Promise.ToString(CultureInfo.InvariantCulture);
        string error = double.IsFinite(measurement.Ulps) ? (Math.Ceiling(measurement.Ulps * 1000) / 1000).ToString("0.000", CultureInfo.InvariantCulture) : "∞";
        // Only a sweep over all floats sees all neighbours.
        string order = measurement.Inputs < 1L << 32 ? "" : string.Join(", ", Order(subject, measurement));
        return Invariant($"| {subject.Name} | {promise} | {error} | {measurement.At:R} | {order} |");
    }

    private static IEnumerable<string> Order(Subject subject, Measurement measurement)
    {
        if (subject.IsMonotone || subject.CountsReversals)
            yield return measurement.Reversals == 0 ? "monotone" : Invariant($"{measurement.Reversals} reversals, the largest {measurement.LargestReversal} ULP");
        if (subject.IsOdd)
            yield return measurement.NotOdd == 0 ? "odd" : Invariant($"not odd at {measurement.NotOdd} inputs");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Between(string document)
    {
        int begin = document.IndexOf(Begin, StringComparison.Ordinal), end = document.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"The document lacks the markers \"{Begin}\" and \"{End}\".");
        return document[(begin + Begin.Length)..end];
    }

    private static double? Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out double value) ? value : null;
}
