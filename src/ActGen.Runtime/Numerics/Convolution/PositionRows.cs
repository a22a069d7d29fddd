namespace ActGen.CompilerServices;

/// <summary>A of a convolution as one matrix product: a row for each position of all images, a step for each channel of each tap. What positions read is copied, zeros outside the image.</summary>
/// <remarks>For images whose lines are shorter than a tile is tall, and so many weights that they do not stay near: a tile takes positions of several lines, or of several images.</remarks>
/// <param name="images">The first image.</param>
/// <param name="rows">The vertical axis.</param>
/// <param name="columns">The horizontal axis.</param>
/// <param name="channels">Elements of a cell.</param>
internal readonly unsafe struct PositionRows<T>(T* images, TapAxis rows, TapAxis columns, int channels) : ITileRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CacheLine = 64;

    private readonly T* _images = images;
    private readonly TapAxis _rows = rows, _columns = columns;
    private readonly int _channels = channels;

    /// <summary>Whether copying is worth while where the weights are copied.</summary>
    /// <param name="taps">Of the kernel; with one, lines that follow each other are one line anyway.</param>
    /// <param name="width">Positions of a line.</param>
    /// <param name="tall">Rows of a tile.</param>
    public static bool Pays(int taps, int width, int tall) => taps > 1 && width < tall;

    public nint Room(nint rows, nint steps)
    {
        int line = CacheLine / sizeof(T);
        return ((rows * steps) + line - 1) / line * line;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T* At(nint row, nint rows, nint left, nint step, ref ProductShape shape, T* memory)
    {
        nint steps = shape.Steps;
        (int tap, int channel) = Math.DivRem((int)step, _channels);
        for (nint done = 0, count; done < steps; done += count)
        {
            count = nint.Min(_channels - channel, steps - done);
            Tap((int)row, rows, tap, channel, (int)count, memory + done, steps);
            channel = 0;
            tap++;
        }
        shape = shape with { RowStrideA = steps, StepStrideA = 1 };
        return memory;
    }

    /// <summary>Some channels of a tap.</summary>
    private void Tap(int row, nint rows, int tap, int channel, int count, T* to, nint stride)
    {
        (int tapRow, int tapColumn) = Math.DivRem(tap, _columns.Taps);
        (int line, int column) = Math.DivRem(row, _columns.Positions);
        (int image, line) = Math.DivRem(line, _rows.Positions);
        for (; rows > 0; rows--)
        {
            int y = _rows.Cell(line, tapRow), x = _columns.Cell(column, tapColumn);
            Span<T> copy = new(to, count);
            if (_rows.IsInside(y) && _columns.IsInside(x))
                new ReadOnlySpan<T>(_images + (((((((nint)image * _rows.Cells) + y) * _columns.Cells) + x) * _channels) + channel), count).CopyTo(copy);
            else
                copy.Clear();
            to += stride;
            if (++column == _columns.Positions)
            {
                column = 0;
                line++;
            }
            if (line == _rows.Positions)
            {
                line = 0;
                image++;
            }
        }
    }
}
