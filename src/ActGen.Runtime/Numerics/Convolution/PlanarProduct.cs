namespace ActGen.CompilerServices;

/// <summary>Convolutions of so few outputs that they would leave half of a vector empty: lanes are positions, rows are outputs. The image lies in planes, one for each channel, so that what
/// neighbouring positions read with one weight are neighbours.</summary>
/// <remarks>The same chains as those of <see cref="ImageProduct{T, TVector}"/>, so the same bits. Positions run over the lines of the planes without a break: what comes out at the ends of lines, where
/// a kernel reaches around, is left out by who takes the results. Blocks of lines are so small that planes and results stay in the first-level cache.</remarks>
internal static unsafe class PlanarProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int Edge = 16;
    private const nuint CacheLine = 64;

    /// <summary>Outputs of a group at most: half of the widest vector.</summary>
    public const int MostOutputs = 8;

    /// <summary>Some lines of a group.</summary>
    /// <param name="image">The group's first channel in the first cell of the image, channels last.</param>
    /// <param name="shape">Sizes, which are taken.</param>
    /// <param name="start">First output line.</param>
    /// <param name="end">Output line after the last one.</param>
    /// <param name="weights">The group's weights of the first tap.</param>
    /// <param name="results">Where they go.</param>
    /// <param name="epilogue">What is stored.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue, TResults>(T* image, in PlanarShape shape, int start, int end, T* weights, in TResults results, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
        where TResults : struct, IPlanarResults<T>
    {
        T* scratch = stackalloc T[PlanarShape.PlaneElements + Edge], finished = stackalloc T[PlanarShape.ResultElements + (Edge * MostOutputs) + (2 * Edge)];
        scratch = Aligned(scratch);
        finished = Aligned(finished);
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[shape.Rows.Taps * shape.Columns.Taps];
        int width = shape.Width, positions = shape.Columns.Positions, outputs = shape.Outputs, together = TResults.LinesTogether;
        int most = shape.BlockLines / together * together, blocks = (end - start + most - 1) / most;
        // Of nearly equal heights.
        most = (((end - start + blocks - 1) / blocks) + together - 1) / together * together;
        bool areJoined = shape.Channels == 1;
        for (int lines; start < end; start += lines)
        {
            lines = Math.Min(most, end - start);
            int plane = ((lines + shape.Rows.Span - 1) * width) + shape.Tail;
            T* planes = image + ((nint)start * width);
            if (!shape.IsPlane)
            {
                ImagePlanes<T>.Write(image, in shape, start, scratch, plane);
                planes = scratch;
            }
            int columns = ((lines - 1) * width) + positions, pitch = (columns + Edge - 1) & -Edge, count = Segments(segments, in shape, planes);
            SegmentShape strides = new(1, areJoined ? shape.TapStride : shape.StepStride, areJoined ? shape.Columns.Dilation : plane, pitch, TVector.Count);
            nint next = 0;
            while (SegmentColumns.NextOfFewRows<T, TVector>(ref next, columns, out TileColumns tile))
                SegmentRows<T, TVector>.Run<TEpilogue>(weights, segments, segments + count, finished + tile.First, in strides, outputs, in tile, epilogue);
            results.Write(finished, pitch, width, start, lines);
        }
    }

    /// <summary>The first of the elements at a cache line.</summary>
    private static T* Aligned(T* elements) => (T*)(((nuint)elements + CacheLine - 1) & ~(CacheLine - 1));

    /// <summary>The taps; those of a kernel row are one segment where there is one channel.</summary>
    private static int Segments(ProductSegment<T>* segments, in PlanarShape shape, T* planes)
    {
        int count = 0, taps = shape.Columns.Taps;
        for (int row = 0; row < shape.Rows.Taps; row++)
        {
            T* line = planes + ((nint)row * shape.Rows.Dilation * shape.Width);
            nint tap = (nint)row * taps;
            if (shape.Channels == 1)
            {
                segments[count++] = new(tap * shape.TapStride, line, taps);
                continue;
            }
            for (int column = 0; column < taps; column++)
                segments[count++] = new((tap + column) * shape.TapStride, line + (column * shape.Columns.Dilation), shape.Channels);
        }
        return count;
    }
}
