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

    /// <summary>Whether all that is read lies in the image: then each kernel row is told by what its first tap reads.</summary>
    public bool AreCells;

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
        TapAxis rows = taps.Rows, columns = taps.Columns;
        nint length = columns.Cells * taps.Channels;
        int firstInside = columns.FirstInside, endInside = columns.EndInside;
        CellsOrZeros<T>* lines = stackalloc CellsOrZeros<T>[DepthwiseTaps.Together];
        (int line, int column) = Math.DivRem(start, columns.Positions);
        (int image, line) = Math.DivRem(line, rows.Positions);
        while (start < end)
        {
            bool areLines = true;
            for (int row = 0; row < rows.Taps; row++)
            {
                int cell = rows.Cell(line, row);
                bool isLine = rows.IsInside(cell);
                lines[row].Set(isLine ? input + ((((nint)image * rows.Cells) + cell) * length) : zeros, isLine);
                areLines &= isLine;
            }
            int endColumn = Math.Min(columns.Positions, column + (end - start));
            start += endColumn - column;
            for (int count; column < endColumn; column += count, runs++)
            {
                bool isInside = column >= firstInside && column < endInside;
                count = isInside ? Math.Min(endColumn, endInside) - column : 1;
                runs->Count = count;
                runs->AreCells = isInside && areLines;
                if (isInside && areLines)
                    runs->WriteFirst(columns.Cell(column, 0) * taps.Channels, lines);
                else
                    runs->Write(in taps, column, lines, zeros);
            }
            column = 0;
            if (++line < rows.Positions)
                continue;
            line = 0;
            image++;
        }
        return runs;
    }

    /// <summary>What the first position reads with the first tap of each kernel row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteFirst(nint offset, CellsOrZeros<T>* lines)
    {
        X00 = lines[0].At(offset);
        X10 = lines[1].At(offset);
        X20 = lines[2].At(offset);
    }

    /// <summary>What the first position reads. There are no branches, which would seldom be foreseen; of taps that are none, nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(in DepthwiseTaps taps, int column, CellsOrZeros<T>* lines, T* zeros)
    {
        int cell = taps.Columns.Cell(column, 0), dilation = taps.Columns.Dilation;
        nint offset0 = cell * taps.Channels, offset1 = offset0 + taps.NextTap, offset2 = offset1 + taps.NextTap;
        nint inside0 = taps.Columns.Inside(cell), inside1 = taps.Columns.Inside(cell + dilation), inside2 = taps.Columns.Inside(cell + (2 * dilation));
        X00 = lines[0].At(offset0, inside0, zeros);
        X01 = lines[0].At(offset1, inside1, zeros);
        X02 = lines[0].At(offset2, inside2, zeros);
        Next0 = lines[0].Step(taps.NextPosition);
        X10 = lines[1].At(offset0, inside0, zeros);
        X11 = lines[1].At(offset1, inside1, zeros);
        X12 = lines[1].At(offset2, inside2, zeros);
        Next1 = lines[1].Step(taps.NextPosition);
        X20 = lines[2].At(offset0, inside0, zeros);
        X21 = lines[2].At(offset1, inside1, zeros);
        X22 = lines[2].At(offset2, inside2, zeros);
        Next2 = lines[2].Step(taps.NextPosition);
    }
}
