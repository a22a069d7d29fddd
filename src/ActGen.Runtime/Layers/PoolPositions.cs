namespace ActGen.CompilerServices;

/// <summary>What a pool does at positions of its window, forward or backward.</summary>
internal interface IPoolPositions
{
    /// <summary>Whether positions side by side may be worked on at once; a constant for the JIT.</summary>
    static abstract bool TakesFour { get; }

    /// <summary>One position.</summary>
    /// <param name="input">Elements of the images before the first cell.</param>
    /// <param name="rows">Rows of cells that lie in the image.</param>
    /// <param name="columns">Cells of a row that do.</param>
    /// <param name="output">Elements of the pooled images before the position's own cell.</param>
    void One(nint input, int rows, int columns, nint output);

    /// <summary>Four positions side by side with all of their columns: loops over small windows cost more than what they do.</summary>
    /// <param name="input">Elements of the images before the first cell of the first one.</param>
    /// <param name="step">Elements from one to the next.</param>
    /// <param name="rows">Rows of cells that lie in the image.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="output">Elements of the pooled images before the first position's own cell.</param>
    void Four(nint input, nint step, int rows, int columns, nint output);
}

/// <summary>The positions of a window over images that lie one behind another, in ascending order.</summary>
internal static class PoolPositions
{
    /// <summary>Every position of every image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TPositions>(in PoolWindow window, int images, scoped in TPositions positions)
        where TPositions : struct, IPoolPositions, allows ref struct
    {
        PoolAxis vertical = window.Vertical, horizontal = window.Horizontal;
        int height = vertical.Positions, width = horizontal.Positions, channels = window.Channels, lastFour = TPositions.TakesFour ? horizontal.LastWhole - 3 : -1;
        nint output = 0, image = 0, step = (nint)horizontal.Stride * channels;
        for (; images > 0; images--, image += window.InputSize)
        {
            for (int y = 0; y < height; y++)
            {
                (int top, int rows) = vertical.At(y);
                nint line = image + ((nint)top * horizontal.Cells * channels);
                for (int x = 0; x < width;)
                {
                    (int left, int columns) = horizontal.At(x);
                    int count = TPositions.TakesFour && x <= lastFour && columns == horizontal.Size ? 4 : 1;
                    if (count == 4)
                        positions.Four(line + ((nint)left * channels), step, rows, columns, output);
                    else
                        positions.One(line + ((nint)left * channels), rows, columns, output);
                    x += count;
                    output += count * channels;
                }
            }
        }
    }
}
