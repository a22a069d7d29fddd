namespace ActGen.CompilerServices;

/// <summary>An image in planes, one for each channel, with zeros around.</summary>
internal static unsafe class ImagePlanes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Edge = 16;

    /// <summary>Writes the lines that some output lines read.</summary>
    /// <param name="image">The group's first channel in the first cell of the image, channels last.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="start">First output line.</param>
    /// <param name="planes">Channels × <paramref name="plane"/>.</param>
    /// <param name="plane">Elements of a plane: whole lines, and zeros behind them.</param>
    public static void Write(T* image, in PlanarShape shape, int start, T* planes, int plane)
    {
        int width = shape.Width, channels = shape.Channels, stride = shape.Cell;
        if (shape.Rows.Pads || shape.Columns.Pads)
            new Span<T>(planes, channels * plane).Clear();
        int cells = shape.Columns.Read;
        for (int line = start - shape.Rows.Before, place = 0; place + width <= plane; line++, place += width)
        {
            if (line < 0 || line >= shape.Rows.Cells)
                continue;
            T* source = image + ((((nint)line * shape.Columns.Cells) + shape.Columns.Skipped) * stride), target = planes + place + shape.Columns.Left;
            for (int cell = 0; cell < cells; cell += Edge)
            {
                for (int channel = 0; channel < channels; channel += Edge)
                    Transpose<T>.Block(source + ((nint)cell * stride) + channel, stride, Math.Min(Edge, cells - cell), Math.Min(Edge, channels - channel), target + ((nint)channel * plane) + cell, plane);
            }
        }
    }
}
