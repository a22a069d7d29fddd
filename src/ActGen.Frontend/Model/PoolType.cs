namespace ActGen.Frontend.Model;

/// <summary>A pooling layer.</summary>
/// <param name="Name">Name of the attribute.</param>
/// <param name="IsMaximum">Whether it takes the largest value of a window; otherwise the mean.</param>
/// <param name="Axes">Axes along which its window slides; 0 where the window is the whole image.</param>
internal sealed record PoolType(string Name, bool IsMaximum, int Axes)
{
    private static readonly PoolType[] All =
    [
        new("MaxPool1D", IsMaximum: true, Axes: 1),
        new("MaxPool2D", IsMaximum: true, Axes: 2),
        new("AveragePool1D", IsMaximum: false, Axes: 1),
        new("AveragePool2D", IsMaximum: false, Axes: 2),
        new("GlobalMaxPool", IsMaximum: true, Axes: 0),
        new("GlobalAveragePool", IsMaximum: false, Axes: 0),
    ];

    /// <summary>The pool of that name; null when there is none.</summary>
    public static PoolType? Named(string name) => Array.Find(All, one => one.Name == name);
}
