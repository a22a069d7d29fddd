using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>What lines of depthwise convolutions have in common.</summary>
internal static class DepthwiseLine
{
    /// <summary>Positions of the tiles. Lines are most often 7, 14, 28, 56 or 112 wide, and windows of their first and last positions reach outside.</summary>
    public const int Least = 4, Most = 7;
}

/// <summary>Whether a tile reads cells beside its line, as a type whose size is a constant for the JIT.</summary>
internal interface ILineReach;

/// <summary>It reads cells of the line only.</summary>
[StructLayout(LayoutKind.Sequential, Size = 1)]
internal readonly struct WithinLine : ILineReach;

/// <summary>It may read others, in whose place there are zeros.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
internal readonly struct BeyondLine : ILineReach;

/// <summary>Neighbouring positions of a line of a depthwise convolution.</summary>
/// <remarks>A tile makes all its channels before the next one comes: what is read and written follows each other in memory.</remarks>
internal static unsafe class DepthwiseLine<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>A line where taps lie as far apart as positions: what a position reads with one tap its neighbour reads with the tap before. So an element of the image is loaded once for a kernel row, not once for each of its taps.</summary>
    /// <typeparam name="THeight">Positions of a tile: 4 to 7.</typeparam>
    /// <typeparam name="TEpilogue">What is stored.</typeparam>
    /// <param name="lines">What kernel rows read.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="width">Positions, at least those of a tile.</param>
    /// <param name="zeros">A vector of them, for cells beside the line.</param>
    /// <param name="weights">Taps × channels.</param>
    /// <param name="c">The result of the line's first position.</param>
    /// <param name="rowC">From a result to the next one.</param>
    /// <param name="epilogue">What is stored.</param>
    public static void Sliding<THeight, TEpilogue>(CellsOrZeros<T>* lines, in DepthwiseShape shape, int width, T* zeros, T* weights, T* c, nint rowC, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        int firstInside = shape.Columns.FirstInside, endInside = shape.Columns.EndInside;
        for (int next = 0; next < width; next += sizeof(THeight))
        {
            // The last tile overlaps the one before it, and so does the last vector: what is made twice has the same bits.
            int first = Math.Min(next, width - sizeof(THeight));
            T* to = c + (first * rowC);
            if (first >= firstInside && first + sizeof(THeight) <= endInside)
                Tile<THeight, WithinLine, TEpilogue>(lines, in shape, first, zeros, weights, to, rowC, epilogue);
            else
                Tile<THeight, BeyondLine, TEpilogue>(lines, in shape, first, zeros, weights, to, rowC, epilogue);
        }
    }

    /// <summary>All channels of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<THeight, TReach, TEpilogue>(CellsOrZeros<T>* lines, in DepthwiseShape shape, int first, T* zeros, T* weights, T* c, nint rowC, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TReach : unmanaged, ILineReach
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint position = shape.Position, channels = shape.Channels, taps = shape.Columns.Taps, cell = shape.Columns.Cell(first, 0) * channels, length = shape.Columns.Cells * channels;
        CellsOrZeros<T>* end = lines + shape.Rows.Taps;
        for (nint next = 0; next < channels; next += TVector.Count)
        {
            nint column = nint.Min(next, channels - TVector.Count);
            Vector<THeight, TReach, TEpilogue>(lines, end, cell, length, zeros, position, weights + column, channels, taps, c + column, rowC, column, epilogue);
        }
    }

    /// <summary>The next cell of a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Read<TReach>(ref T* next, ref nint cell, nint row, nint position, nint length, T* zeros)
        where TReach : unmanaged, ILineReach
    {
        T* from = next;
        next += row;
        if (sizeof(TReach) == sizeof(BeyondLine))
        {
            if ((nuint)cell >= (nuint)length)
                from = zeros;
            cell += position;
        }
        return TVector.Load(in *from, 0);
    }

    /// <summary>One vector of channels of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Vector<THeight, TReach, TEpilogue>(CellsOrZeros<T>* lines, CellsOrZeros<T>* end, nint first, nint length, T* zeros, nint position, T* b, nint stepB, nint taps, T* c, nint rowC, nint column, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TReach : unmanaged, ILineReach
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        TVector bias = epilogue.Column(column);
        TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero, c4 = TVector.Zero, c5 = TVector.Zero, c6 = TVector.Zero;
        for (; lines < end; lines++)
        {
            T* next = lines->At(first + column);
            nint row = lines->Step(position), cell = first;
            // All but the last position's, which come with each tap.
            TVector x0 = Read<TReach>(ref next, ref cell, row, position, length, zeros), x1 = Read<TReach>(ref next, ref cell, row, position, length, zeros), x2 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
            TVector x3 = default, x4 = default, x5 = default, x6 = default, x7 = default, x8 = default;
            if (sizeof(THeight) > 4)
                x3 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
            if (sizeof(THeight) > 5)
                x4 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
            if (sizeof(THeight) > 6)
                x5 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
            nint step = taps;
            // Three taps at once: what moves from one to the next is as much work as the taps.
            for (; step > 2; step -= 3)
            {
                TVector w0 = TVector.Load(in *b, 0), w1 = TVector.Load(in *(b += stepB), 0), w2 = TVector.Load(in *(b += stepB), 0);
                b += stepB;
                if (sizeof(THeight) == 4)
                    x3 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                if (sizeof(THeight) <= 5)
                    x4 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                if (sizeof(THeight) <= 6)
                    x5 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                if (sizeof(THeight) > 4)
                    x6 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                if (sizeof(THeight) > 5)
                    x7 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                if (sizeof(THeight) > 6)
                    x8 = Read<TReach>(ref next, ref cell, row, position, length, zeros);
                c0 = Three(x0, x1, x2, w0, w1, w2, c0);
                c1 = Three(x1, x2, x3, w0, w1, w2, c1);
                c2 = Three(x2, x3, x4, w0, w1, w2, c2);
                c3 = Three(x3, x4, x5, w0, w1, w2, c3);
                if (sizeof(THeight) > 4)
                    c4 = Three(x4, x5, x6, w0, w1, w2, c4);
                if (sizeof(THeight) > 5)
                    c5 = Three(x5, x6, x7, w0, w1, w2, c5);
                if (sizeof(THeight) > 6)
                    c6 = Three(x6, x7, x8, w0, w1, w2, c6);
                (x0, x1, x2, x3, x4, x5) = (x3, x4, x5, x6, x7, x8);
            }
            for (; step > 0; step--)
            {
                TVector last = Read<TReach>(ref next, ref cell, row, position, length, zeros), factor = TVector.Load(in *b, 0);
                b += stepB;
                c0 = TVector.MultiplyAdd(x0, factor, c0);
                c1 = TVector.MultiplyAdd(x1, factor, c1);
                c2 = TVector.MultiplyAdd(x2, factor, c2);
                c3 = TVector.MultiplyAdd(sizeof(THeight) == 4 ? last : x3, factor, c3);
                if (sizeof(THeight) > 4)
                    c4 = TVector.MultiplyAdd(sizeof(THeight) == 5 ? last : x4, factor, c4);
                if (sizeof(THeight) > 5)
                    c5 = TVector.MultiplyAdd(sizeof(THeight) == 6 ? last : x5, factor, c5);
                if (sizeof(THeight) > 6)
                    c6 = TVector.MultiplyAdd(last, factor, c6);
                (x0, x1, x2, x3, x4, x5) = (x1, x2, sizeof(THeight) == 4 ? last : x3, sizeof(THeight) == 5 ? last : x4, sizeof(THeight) == 6 ? last : x5, last);
            }
        }

        TVector.Store(epilogue.Finish(c0, bias, c, 0), ref *c, 0);
        TVector.Store(epilogue.Finish(c1, bias, c += rowC, 1), ref *c, 0);
        TVector.Store(epilogue.Finish(c2, bias, c += rowC, 2), ref *c, 0);
        TVector.Store(epilogue.Finish(c3, bias, c += rowC, 3), ref *c, 0);
        if (sizeof(THeight) > 4)
            TVector.Store(epilogue.Finish(c4, bias, c += rowC, 4), ref *c, 0);
        if (sizeof(THeight) > 5)
            TVector.Store(epilogue.Finish(c5, bias, c += rowC, 5), ref *c, 0);
        if (sizeof(THeight) > 6)
            TVector.Store(epilogue.Finish(c6, bias, c += rowC, 6), ref *c, 0);
    }

    /// <summary>Three steps of a chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector x0, TVector x1, TVector x2, TVector w0, TVector w1, TVector w2, TVector chain) =>
        TVector.MultiplyAdd(x2, w2, TVector.MultiplyAdd(x1, w1, TVector.MultiplyAdd(x0, w0, chain)));

    /// <summary>Where taps lie nearer or further apart than positions: four positions at a time, which read no cell beside the line.</summary>
    /// <param name="lines">What kernel rows read.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="start">First position.</param>
    /// <param name="end">Position after the last one, none or at least four further.</param>
    /// <param name="weights">Taps × channels.</param>
    /// <param name="c">The result of the line's first position.</param>
    /// <param name="rowC">From a result to the next one.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apart<TEpilogue>(CellsOrZeros<T>* lines, in DepthwiseShape shape, int start, int end, T* weights, T* c, nint rowC, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint channels = shape.Channels;
        CellsOrZeros<T>* endLine = lines + shape.Rows.Taps;
        for (int next = start; next < end; next += DepthwiseLine.Least)
        {
            int first = Math.Min(next, end - DepthwiseLine.Least);
            nint cells = (nint)shape.Columns.Cell(first, 0) * channels;
            for (nint nextColumn = 0; nextColumn < channels; nextColumn += TVector.Count)
            {
                nint column = nint.Min(nextColumn, channels - TVector.Count);
                TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero;
                T* b = weights + column;
                for (CellsOrZeros<T>* line = lines; line < endLine; line++)
                {
                    T* x = line->At(cells + column);
                    nint row = line->Step(shape.Position), tap = line->Step(shape.Tap);
                    for (nint step = shape.Columns.Taps; step > 0; step--, x += tap, b += channels)
                    {
                        TVector factor = TVector.Load(in *b, 0);
                        TVector.Accumulate(factor, x, ref c0);
                        TVector.Accumulate(factor, x + row, ref c1);
                        TVector.Accumulate(factor, x + (2 * row), ref c2);
                        TVector.Accumulate(factor, x + (3 * row), ref c3);
                    }
                }
                TVector bias = epilogue.Column(column);
                T* to = c + (first * rowC) + column;
                TVector.Store(epilogue.Finish(c0, bias, to, 0), ref *to, 0);
                TVector.Store(epilogue.Finish(c1, bias, to += rowC, 1), ref *to, 0);
                TVector.Store(epilogue.Finish(c2, bias, to += rowC, 2), ref *to, 0);
                TVector.Store(epilogue.Finish(c3, bias, to += rowC, 3), ref *to, 0);
            }
        }
    }
}
