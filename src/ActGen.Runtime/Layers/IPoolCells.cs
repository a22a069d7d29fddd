namespace ActGen.CompilerServices;

/// <summary>What a pool does at one position of its window, forward or backward.</summary>
internal interface IPoolCells
{
    /// <summary>Works on the cells of the image that the window covers.</summary>
    /// <param name="input">Elements of the image before the first cell.</param>
    /// <param name="rows">Rows of cells.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="output">Elements of the pooled image before the window's own cell.</param>
    void At(nint input, int rows, int columns, nint output);
}

/// <summary>The positions of a window over images that lie one behind another, in ascending order.</summary>
internal static class PoolCells
{
    /// <summary>Every position of every image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TCells>(in PoolWindow window, int images, scoped in TCells cells)
        where TCells : struct, IPoolCells, allows ref struct
    {
        PoolAxis vertical = window.Vertical, horizontal = window.Horizontal;
        int height = vertical.Positions, width = horizontal.Positions, channels = window.Channels;
        nint output = 0, image = 0;
        for (; images > 0; images--, image += window.InputSize)
        {
            for (int y = 0; y < height; y++)
            {
                (int top, int rows) = vertical.At(y);
                nint line = image + ((nint)top * horizontal.Cells * channels);
                for (int x = 0; x < width; x++, output += channels)
                {
                    (int left, int columns) = horizontal.At(x);
                    cells.At(line + ((nint)left * channels), rows, columns, output);
                }
            }
        }
    }
}
