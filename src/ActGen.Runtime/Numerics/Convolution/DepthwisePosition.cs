namespace ActGen.CompilerServices;

/// <summary>One position of a depthwise product, which may read cells outside the image.</summary>
internal static unsafe class DepthwisePosition<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All channels of the position.</summary>
    /// <param name="lines">What its kernel rows read.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="position">Its number in its line.</param>
    /// <param name="zeros">A vector of them.</param>
    /// <param name="weights">Taps × channels.</param>
    /// <param name="c">Where the result goes.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(CellsOrZeros<T>* lines, in DepthwiseShape shape, int position, T* zeros, T* weights, T* c, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint channels = shape.Channels, last = channels - TVector.Count, taps = shape.Columns.Taps;
        (nint firstInside, nint endInside) = shape.Columns.TapsInside(position);
        nint cell = shape.Columns.Cell(position, (int)firstInside) * channels;
        CellsOrZeros<T>* end = lines + shape.Rows.Taps;
        // Four chains, which do not wait for each other. A vector beyond the last one is the last one again: what is made twice has the same bits.
        for (nint first = 0; first < channels; first += 4 * TVector.Count)
        {
            nint n0 = nint.Min(first, last), n1 = nint.Min(first + TVector.Count, last), n2 = nint.Min(first + (2 * TVector.Count), last), n3 = nint.Min(first + (3 * TVector.Count), last);
            TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero;
            T* b = weights;
            for (CellsOrZeros<T>* line = lines; line < end; line++)
            {
                for (nint tap = 0; tap < taps;)
                {
                    // Taps before the image, inside it, behind it.
                    bool isInside = tap >= firstInside && tap < endInside;
                    nint stop = isInside ? endInside : tap < firstInside ? firstInside : taps, step = isInside ? line->Step(shape.Tap) : 0;
                    T* x0 = isInside ? line->At(cell + n0) : zeros, x1 = isInside ? line->At(cell + n1) : zeros, x2 = isInside ? line->At(cell + n2) : zeros, x3 = isInside ? line->At(cell + n3) : zeros;
                    for (; tap < stop; tap++, b += channels)
                    {
                        TVector.Accumulate(TVector.Load(in *(b + n0), 0), x0, ref c0);
                        TVector.Accumulate(TVector.Load(in *(b + n1), 0), x1, ref c1);
                        TVector.Accumulate(TVector.Load(in *(b + n2), 0), x2, ref c2);
                        TVector.Accumulate(TVector.Load(in *(b + n3), 0), x3, ref c3);
                        x0 += step;
                        x1 += step;
                        x2 += step;
                        x3 += step;
                    }
                }
            }
            TVector.Store(epilogue.Finish(c0, epilogue.Column(n0), c + n0, 0), ref *(c + n0), 0);
            TVector.Store(epilogue.Finish(c1, epilogue.Column(n1), c + n1, 0), ref *(c + n1), 0);
            TVector.Store(epilogue.Finish(c2, epilogue.Column(n2), c + n2, 0), ref *(c + n2), 0);
            TVector.Store(epilogue.Finish(c3, epilogue.Column(n3), c + n3, 0), ref *(c + n3), 0);
        }
    }
}
