namespace ActGen.CompilerServices;

/// <summary>Neighbouring positions of a line, and what they read with up to three by three taps: zeros, where that is outside the image.</summary>
internal unsafe struct DepthwiseRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Room for those of a chunk.</summary>
    public const int Most = RowChunk.Rows;

    /// <summary>What the first position reads with each tap, by kernel rows of <see cref="DepthwiseTaps.Together"/>.</summary>
    public T* X00, X01, X02, X10, X11, X12, X20, X21, X22;

    /// <summary>To what the next position reads, for each kernel row.</summary>
    public nint Next0, Next1, Next2;

    /// <summary>Positions.</summary>
    public nint Count;

    /// <summary>Goes through positions of all images in the order of storage: runs that read nothing beside their line, and single positions that do.</summary>
    /// <param name="runs">Room for them.</param>
    /// <param name="taps">The taps.</param>
    /// <param name="input">The images, at the first channel that is read.</param>
    /// <param name="start">First position, counted over all images.</param>
    /// <param name="end">Position after the last one.</param>
    /// <param name="zeros">As many as are read at once.</param>
    /// <returns>Behind the last run.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DepthwiseRun<T>* Write(DepthwiseRun<T>* runs, in DepthwiseTaps taps, T* input, int start, int end, T* zeros)
    {
        DepthwiseAxis rows = taps.Rows, columns = taps.Columns;
        nint channels = taps.Channels, length = columns.Cells * channels;
        int firstInside = columns.FirstInside, endInside = columns.EndInside;
        (int line, int column) = Math.DivRem(start, columns.Positions);
        (int image, line) = Math.DivRem(line, rows.Positions);
        for (int count; start < end; start += count, runs++)
        {
            bool isInside = column >= firstInside && column < endInside;
            count = isInside ? Math.Min(end - start, endInside - column) : 1;
            T** x = (T**)runs;
            nint* next = &runs->Next0;
            for (int row = 0; row < rows.Taps; row++, x += DepthwiseTaps.Together)
            {
                int above = rows.Cell(line, row);
                bool isLine = rows.IsInside(above);
                T* cells = input + (((nint)image * rows.Cells) + above) * length;
                for (int tap = 0; tap < columns.Taps; tap++)
                {
                    int cell = columns.Cell(column, tap);
                    x[tap] = isLine && columns.IsInside(cell) ? cells + (cell * channels) : zeros;
                }
                next[row] = isLine ? columns.Stride * channels : 0;
            }
            runs->Count = count;
            column += count;
            if (column < columns.Positions)
                continue;
            column = 0;
            if (++line < rows.Positions)
                continue;
            line = 0;
            image++;
        }
        return runs;
    }
}
