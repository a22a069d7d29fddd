namespace ActGen.CompilerServices;

/// <summary>The columns of a matrix cut into panels, each a matrix of its own in memory: its rows follow each other without a gap, so that they share no sets of the caches.</summary>
/// <param name="Columns">Columns, at least 1.</param>
/// <param name="Width">Columns of a panel; the last one takes what would be less.</param>
internal readonly record struct ColumnPanels(int Columns, int Width)
{
    /// <summary>How many there are.</summary>
    public int Count => Math.Max(1, Columns / Width);

    /// <summary>The columns of a panel. It begins at element start × rows.</summary>
    public (int Start, int End) At(int panel) => (panel * Width, panel + 1 == Count ? Columns : (panel + 1) * Width);
}
