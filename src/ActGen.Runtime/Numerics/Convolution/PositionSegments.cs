namespace ActGen.CompilerServices;

/// <summary>The positions of a chunk as segments of the chain of a weight's gradient.</summary>
internal static unsafe class PositionSegments<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Room for those of a chunk: one more than positions, as the last one may stand alone.</summary>
    public const int Most = RowChunk.Rows + 1;

    /// <summary>Writes the segments: lines, or parts of lines, one where they follow each other at the distance of positions.</summary>
    /// <param name="segments">Room for them.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="start">First position, counted over all images.</param>
    /// <param name="end">Position after the last one.</param>
    /// <param name="gradient">dz: positions × filters.</param>
    /// <returns>How many.</returns>
    public static int Write(ProductSegment<T>* segments, in ConvolutionShape shape, int start, int end, T* gradient)
    {
        ConvolutionAxis rows = shape.Rows, columns = shape.Columns;
        nint cell = shape.Channels, step = columns.Stride * cell;
        nint line = (shape.Pads ? columns.Padded : columns.Input) * cell, image = shape.Pads ? shape.Padded : shape.Input;
        int count = 0;
        while (start < end)
        {
            (int number, int place) = Math.DivRem(start, shape.Positions);
            (int row, int column) = Math.DivRem(place, columns.Output);
            nint a = (number * image) + (row * rows.Stride * line) + (column * step);
            int steps = Math.Min(columns.Output - column, end - start);
            if (count > 0 && a == segments[count - 1].A + (segments[count - 1].Steps * step))
                segments[count - 1].Steps += steps;
            else
                segments[count++] = new(a, gradient + ((nint)start * shape.Filters), steps);
            start += steps;
        }
        return count;
    }
}
