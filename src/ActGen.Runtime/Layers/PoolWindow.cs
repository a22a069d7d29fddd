namespace ActGen.CompilerServices;

/// <summary>A window that slides over an image, whose positions lie row by row and have their channels side by side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoolWindow
{
    internal readonly PoolAxis Vertical;
    internal readonly PoolAxis Horizontal;
    internal readonly int Channels;

    /// <summary>A window of one or two axes; no position of it lies wholly in the padding.</summary>
    /// <param name="image">Rows and columns of the image.</param>
    /// <param name="channels">Values of a position.</param>
    /// <param name="size">Rows and columns of the window.</param>
    /// <param name="stride">Rows and columns from one position of the window to the next.</param>
    /// <param name="padding">Rows added above and below, columns added left and right.</param>
    public PoolWindow((int Rows, int Columns) image, int channels, (int Rows, int Columns) size, (int Rows, int Columns) stride, (int Rows, int Columns) padding)
    {
        Vertical = new(image.Rows, size.Rows, stride.Rows, padding.Rows);
        Horizontal = new(image.Columns, size.Columns, stride.Columns, padding.Columns);
        Channels = channels;
    }

    /// <summary>Values of an image.</summary>
    internal int InputSize => Vertical.Cells * Horizontal.Cells * Channels;

    /// <summary>Values of a pooled image.</summary>
    internal int OutputSize => Vertical.Positions * Horizontal.Positions * Channels;

    /// <summary>Cells of the window, those in the padding too.</summary>
    internal int Size => Vertical.Size * Horizontal.Size;

    /// <summary>Whether every cell of the image belongs to exactly one position.</summary>
    internal bool IsTiling => IsDisjoint && Vertical.IsCovering && Horizontal.IsCovering;

    /// <summary>Whether no cell of the image belongs to two positions.</summary>
    internal bool IsDisjoint => Vertical.IsDisjoint && Horizontal.IsDisjoint;
}
