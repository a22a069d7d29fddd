namespace ActGen.CompilerServices;

/// <summary>A product whose rows are positions of an image and whose columns are channels, each with factors of its own: depthwise convolutions forward, and their input gradients.</summary>
/// <remarks>The image is read where it lies: a copy with zeros around it would be as much traffic as the image. What lies outside is read as zeros, so that the steps are the same.</remarks>
internal static unsafe class DepthwiseProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int MostLanes = 16;

    /// <summary>Some lines of positions, all channels.</summary>
    /// <param name="image">The image.</param>
    /// <param name="shape">Sizes; at least as many channels as a vector has lanes.</param>
    /// <param name="start">First line.</param>
    /// <param name="end">Line after the last one.</param>
    /// <param name="width">Positions of a line that are made, the first ones.</param>
    /// <param name="weights">Taps × channels.</param>
    /// <param name="c">The first result.</param>
    /// <param name="lineC">From a line of results to the next one.</param>
    /// <param name="rowC">From a result to the next one.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* image, in DepthwiseShape shape, int start, int end, int width, T* weights, T* c, nint lineC, nint rowC, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        T* zeros = stackalloc T[MostLanes];
        new Span<T>(zeros, MostLanes).Clear();
        CellsOrZeros<T>* lines = stackalloc CellsOrZeros<T>[shape.Rows.Taps];
        bool areShared = shape.IsSliding && width >= DepthwiseLine.Least && shape.Columns.Taps > 0;
        int left = Math.Min(width, shape.Columns.FirstInside), right = Math.Min(width, shape.Columns.EndInside);
        if (right - left < DepthwiseLine.Least || shape.Columns.Taps == 0)
            left = right = width;
        for (int line = start; line < end; line++, c += lineC)
        {
            CellsOrZeros<T>.Lines(image, line, in shape, zeros, lines);
            if (areShared)
            {
                Sliding(lines, in shape, width, zeros, weights, c, rowC, epilogue);
                continue;
            }
            for (int position = 0; position < left; position++)
                DepthwisePosition<T, TVector>.Run(lines, in shape, position, zeros, weights, c + (position * rowC), epilogue);
            DepthwiseLine<T, TVector>.Apart(lines, in shape, left, right, weights, c, rowC, epilogue);
            for (int position = right; position < width; position++)
                DepthwisePosition<T, TVector>.Run(lines, in shape, position, zeros, weights, c + (position * rowC), epilogue);
        }
    }

    /// <summary>A line in tiles of equal heights.</summary>
    private static void Sliding<TEpilogue>(CellsOrZeros<T>* lines, in DepthwiseShape shape, int width, T* zeros, T* weights, T* c, nint rowC, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        int tiles = (width + DepthwiseLine.Most - 1) / DepthwiseLine.Most;
        switch ((width + tiles - 1) / tiles)
        {
            case 4:
                DepthwiseLine<T, TVector>.Sliding<TileExtent.Four, TEpilogue>(lines, in shape, width, zeros, weights, c, rowC, epilogue);
                break;
            case 5:
                DepthwiseLine<T, TVector>.Sliding<TileExtent.Five, TEpilogue>(lines, in shape, width, zeros, weights, c, rowC, epilogue);
                break;
            case 6:
                DepthwiseLine<T, TVector>.Sliding<TileExtent.Six, TEpilogue>(lines, in shape, width, zeros, weights, c, rowC, epilogue);
                break;
            default:
                DepthwiseLine<T, TVector>.Sliding<TileExtent.Seven, TEpilogue>(lines, in shape, width, zeros, weights, c, rowC, epilogue);
                break;
        }
    }
}
