namespace ActGen.Reporting;

/// <summary>A table of a report. The first column names the row; the others are aligned to the right.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Headers">One for each column.</param>
/// <param name="Rows">Each as many cells as there are headers.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What the columns mean; null for nothing.</summary>
    public string? Note { get; init; }
}
