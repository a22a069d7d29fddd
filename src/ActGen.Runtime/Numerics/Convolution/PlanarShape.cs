namespace ActGen.CompilerServices;

/// <summary>A group of a convolution with stride 1 as <see cref="PlanarProduct{T, TVector}"/> sees it, forward or back.</summary>
/// <param name="Rows">The vertical axis.</param>
/// <param name="Columns">The horizontal axis.</param>
/// <param name="Cell">Elements of a cell that is read, all groups.</param>
/// <param name="Channels">Those of the group: steps of a tap.</param>
/// <param name="ResultCell">Elements of a cell that is written, all groups.</param>
/// <param name="Outputs">Those of the group.</param>
/// <param name="TapStride">Weights from a tap to the next one.</param>
/// <param name="StepStride">Weights from a channel to the next one; outputs are neighbours.</param>
internal readonly record struct PlanarShape(PlanarAxis Rows, PlanarAxis Columns, int Cell, int Channels, int ResultCell, int Outputs, int TapStride, int StepStride)
{
    /// <summary>Elements of the planes, and of the results: both are on the stack, and should stay in the first-level cache.</summary>
    public const int PlaneElements = 8192, ResultElements = 4096;

    /// <summary>From a line of a plane to the next one.</summary>
    public int Width => Columns.Pitch;

    /// <summary>Zeros behind the last line of a plane.</summary>
    public int Tail => Columns.Padded - Columns.Pitch;

    /// <summary>Whether the image is its only plane.</summary>
    public bool IsPlane => IsOnePlane(Rows, Columns, Cell);

    /// <summary>Whether there is a shape: where a convolution has other lanes than positions, that of its planes is the default.</summary>
    public bool Is => Outputs > 0;

    /// <summary>Output lines of a block; asked more than once, and quotients take longer than the rest of a shape.</summary>
    public int BlockLines { get; } = LinesOf(Rows, Columns, Cell, Channels, Outputs);

    /// <summary>Whether the outputs fill at most half of a vector, so that lanes had better be positions, and there are enough of these.</summary>
    /// <param name="lanes">Lanes of a vector.</param>
    public bool Takes(int lanes)
    {
        // The outputs are the rows of one tile, by whose numbers biases are found. Only a machine that emulates wider vectors than it has could want more than its tiles have.
        if (2 * Outputs > lanes || Outputs > SegmentShape.Tallest(vectors: 3) || Channels * Width > PlaneElements || Outputs * Width > ResultElements)
            return false;
        int lines = BlockLines;
        return lines >= Rows.Positions ? ((Rows.Positions - 1) * Width) + Columns.Positions >= lanes : lines >= Rows.Span && Columns.Positions >= lanes;
    }

    /// <summary>z of a convolution forward, or the default where positions had better not be lanes.</summary>
    /// <param name="shape">Sizes; its padding has been made.</param>
    /// <param name="lanes">Lanes of a vector.</param>
    public static PlanarShape Forward(in ConvolutionShape shape, int lanes)
    {
        // Most convolutions have too many filters, which is seen without a shape.
        if (2 * shape.GroupFilters > lanes || !shape.MayBePlanar)
            return default;
        PlanarShape planar = new(
            PlanarAxis.Forward(shape.Rows, shape.Pads), PlanarAxis.Forward(shape.Columns, shape.Pads), shape.Channels, shape.GroupChannels, shape.Filters, shape.GroupFilters,
            shape.GroupChannels * shape.Filters, shape.Filters);
        return planar.Takes(lanes) ? planar : default;
    }

    /// <summary>dx, on the flipped weights.</summary>
    /// <param name="shape">Sizes.</param>
    public static PlanarShape Back(in ConvolutionShape shape) => new(
        PlanarAxis.Back(shape.Rows), PlanarAxis.Back(shape.Columns), shape.Filters, shape.GroupFilters, shape.Channels, shape.GroupChannels,
        shape.Filters * shape.GroupChannels, shape.GroupChannels);

    private static bool IsOnePlane(in PlanarAxis rows, in PlanarAxis columns, int cell) => cell == 1 && !rows.Pads && !columns.Pads;

    private static int LinesOf(in PlanarAxis rows, in PlanarAxis columns, int cell, int channels, int outputs)
    {
        int width = columns.Pitch, most = Math.Min(rows.Positions, ResultElements / (outputs * width));
        return IsOnePlane(in rows, in columns, cell) ? most : Math.Min(most, (((PlaneElements / channels) - (columns.Padded - width)) / width) - rows.Span + 1);
    }
}
