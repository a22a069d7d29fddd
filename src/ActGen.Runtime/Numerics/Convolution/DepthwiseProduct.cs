namespace ActGen.CompilerServices;

/// <summary>A product over segments whose rows are positions of an image and whose columns have factors of their own: depthwise convolutions forward, and their input gradients.</summary>
internal static unsafe class DepthwiseProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All lines and columns.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="segments">The steps; B of each at column 0.</param>
    /// <param name="count">Number of segments.</param>
    /// <param name="c">First row of C, at column 0.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="columns">Number of columns, at least one vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, ProductSegment<T>* segments, int count, T* c, in SegmentShape shape, ImageLines lines, nint columns, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        lines = lines.Joined(shape.RowStrideA, shape.RowStrideC);
        if (lines.Width < DepthwiseLine.Least || shape.RowStrideA != shape.StepStrideA || count == 0)
        {
            ImageProduct<T, TVector>.Run<PerColumn<T, TVector>, TEpilogue>(a, segments, count, c, in shape, lines, 0, columns, epilogue);
            return;
        }
        bool isWide = lines.Width >= sizeof(TileExtent.Seven);
        for (nint line = 0; line < lines.Lines; line++, a += lines.LineStrideA, c += lines.LineStrideC)
        {
            for (nint next = 0; next < columns; next += TVector.Count)
            {
                // The last vector overlaps the one before it: what is made twice has the same bits.
                nint column = nint.Min(next, columns - TVector.Count);
                if (isWide)
                    DepthwiseLine<T, TVector>.Run<TileExtent.Seven, TEpilogue>(a + column, segments, segments + count, c + column, in shape, lines.Width, column, epilogue);
                else
                    DepthwiseLine<T, TVector>.Run<TileExtent.Four, TEpilogue>(a + column, segments, segments + count, c + column, in shape, lines.Width, column, epilogue);
            }
        }
    }
}
