namespace ActGen.CompilerServices;

/// <summary>The taps of a kernel as segments of the chain of an output.</summary>
internal static unsafe class TapSegments<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Room for them: one more than taps, as the last step may stand alone.</summary>
    public static int Most(int taps) => taps + 1;

    /// <summary>Writes the segments. Taps of a kernel row are one segment where their elements are neighbours in A.</summary>
    /// <param name="segments">Room for them.</param>
    /// <param name="rows">Kernel rows.</param>
    /// <param name="columns">Kernel columns.</param>
    /// <param name="rowStrideA">From a kernel row to the next one in A.</param>
    /// <param name="columnStrideA">From a tap to the next one in A.</param>
    /// <param name="stepStrideA">From a step to the next one in A.</param>
    /// <param name="steps">Steps of a tap.</param>
    /// <param name="b">Row of B of the first step.</param>
    /// <param name="tapStrideB">From a tap to the next one in B.</param>
    /// <param name="stepStrideB">From a step to the next one in B.</param>
    /// <returns>How many: none where there are no taps.</returns>
    public static int Write(ProductSegment<T>* segments, int rows, int columns, nint rowStrideA, nint columnStrideA, nint stepStrideA, nint steps, T* b, nint tapStrideB, nint stepStrideB)
    {
        if (columns == 0)
            return 0;
        bool areJoined = columnStrideA == steps * stepStrideA && tapStrideB == steps * stepStrideB;
        int count = 0;
        for (int row = 0; row < rows; row++)
        {
            if (areJoined)
            {
                segments[count++] = new(row * rowStrideA, b + (row * columns * tapStrideB), columns * steps);
                continue;
            }
            for (int column = 0; column < columns; column++)
                segments[count++] = new((row * rowStrideA) + (column * columnStrideA), b + (((row * columns) + column) * tapStrideB), steps);
        }
        return count;
    }

    /// <summary>Lets the last step read its row of B from <paramref name="copy"/>: a vector that covers more than the columns would read beyond the end of B.</summary>
    /// <param name="segments">The segments, and room for one more.</param>
    /// <param name="count">How many there are; there may be one more afterwards.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="column">First column.</param>
    /// <param name="columns">Number of columns, fewer than a vector has lanes.</param>
    /// <param name="copy">Room for a vector.</param>
    public static void CopyLast(ProductSegment<T>* segments, ref int count, in SegmentShape shape, nint column, nint columns, T* copy)
    {
        ref ProductSegment<T> last = ref segments[count - 1];
        nint before = last.Steps - 1;
        T* row = last.B + (before * shape.StepStrideB) + column;
        for (nint i = 0; i < columns; i++)
            copy[i] = row[i];
        ProductSegment<T> alone = new(last.A + (before * shape.StepStrideA), copy - column, 1);
        if (before > 0)
        {
            last.Steps = before;
            count++;
        }
        segments[count - 1] = alone;
    }
}
