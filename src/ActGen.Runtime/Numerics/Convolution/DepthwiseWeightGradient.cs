namespace ActGen.CompilerServices;

/// <summary>A chunk's share in dW of a depthwise convolution: the chains of up to three by three taps and three vectors of channels run over the chunk's positions together.</summary>
internal static unsafe class DepthwiseWeightGradient<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int Together = DepthwiseTaps.Together, ChannelsTogether = 512;

    /// <summary>All taps of some channels.</summary>
    /// <param name="input">The images.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="start">First position of the chunk, counted over all images.</param>
    /// <param name="end">Position after the last one.</param>
    /// <param name="gradient">dz of the first position of all.</param>
    /// <param name="result">dW.</param>
    /// <param name="first">First channel.</param>
    /// <param name="columns">Channels, at least a vector of them.</param>
    /// <param name="adds">Whether to add to what is there.</param>
    [SkipLocalsInit]
    public static void Chunk(T* input, in ConvolutionShape shape, int start, int end, T* gradient, T* result, nint first, nint columns, bool adds)
    {
        T* zeros = stackalloc T[2 * ChannelsTogether];
        new Span<T>(zeros, (int)nint.Min(columns, 2 * ChannelsTogether)).Clear();
        DepthwiseRun<T>* runs = stackalloc DepthwiseRun<T>[DepthwiseRun<T>.Most];
        gradient += (nint)start * shape.Channels;
        // What positions read is found once for as many channels as there are zeros for, the last ones at least a vector of them.
        for (nint some; columns > 0; first += some, columns -= some)
        {
            some = columns > 2 * ChannelsTogether ? ChannelsTogether : columns;
            int rows = Math.Min(Together, SegmentShape.Tallest(some <= TVector.Count ? 1 : some % (2 * TVector.Count) == 0 ? 2 : 3) / Together);
            for (int row = 0; row < shape.Rows.Kernel; row += rows)
            {
                for (int tap = 0; tap < shape.Columns.Kernel; tap += Together)
                {
                    DepthwiseTaps taps = new(in shape, row, Math.Min(rows, shape.Rows.Kernel - row), tap, Math.Min(Together, shape.Columns.Kernel - tap));
                    DepthwiseRun<T>* endRuns = DepthwiseRun<T>.Write(runs, in taps, input + first, start, end, zeros);
                    Columns(in taps, runs, endRuns, gradient + first, result + taps.First + first, some, adds);
                }
            }
        }
    }

    private static void Columns(in DepthwiseTaps taps, DepthwiseRun<T>* runs, DepthwiseRun<T>* end, T* dz, T* to, nint columns, bool adds)
    {
        nint column = 0;
        while (TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile))
        {
            if (tile.Vectors == 2)
                Rows<TileExtent.Two>(in taps, runs, end, dz, to, in tile, adds);
            else if (tile.Vectors == 3)
                Rows<TileExtent.Three>(in taps, runs, end, dz, to, in tile, adds);
            else
                Rows<TileExtent.One>(in taps, runs, end, dz, to, in tile, adds);
        }
    }

    private static void Rows<TVectors>(in DepthwiseTaps taps, DepthwiseRun<T>* runs, DepthwiseRun<T>* end, T* dz, T* to, in TileColumns tile, bool adds)
        where TVectors : unmanaged, ITileExtent
    {
        if (taps.Rows.Taps == 3)
            Taps<TVectors, TileExtent.Three>(in taps, runs, end, dz, to, in tile, adds);
        else if (taps.Rows.Taps == 2)
            Taps<TVectors, TileExtent.Two>(in taps, runs, end, dz, to, in tile, adds);
        else
            Taps<TVectors, TileExtent.One>(in taps, runs, end, dz, to, in tile, adds);
    }

    private static void Taps<TVectors, TRows>(in DepthwiseTaps taps, DepthwiseRun<T>* runs, DepthwiseRun<T>* end, T* dz, T* to, in TileColumns tile, bool adds)
        where TVectors : unmanaged, ITileExtent
        where TRows : unmanaged, ITileExtent
    {
        if (taps.Columns.Taps == 3)
            Tile<TVectors, TRows, TileExtent.Three>(in taps, runs, end, dz, to, in tile, adds);
        else if (taps.Columns.Taps == 2)
            Tile<TVectors, TRows, TileExtent.Two>(in taps, runs, end, dz, to, in tile, adds);
        else
            Tile<TVectors, TRows, TileExtent.One>(in taps, runs, end, dz, to, in tile, adds);
    }

    /// <summary>Accumulators are locals (first, second, last vector of each tap), as in <see cref="SegmentTile{T, TVector}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TVectors, TRows, TColumns>(in DepthwiseTaps taps, DepthwiseRun<T>* runs, DepthwiseRun<T>* end, T* dz, T* to, in TileColumns tile, bool adds)
        where TVectors : unmanaged, ITileExtent
        where TRows : unmanaged, ITileExtent
        where TColumns : unmanaged, ITileExtent
    {
        TVector f00 = TVector.Zero, s00 = TVector.Zero, l00 = TVector.Zero, f01 = TVector.Zero, s01 = TVector.Zero, l01 = TVector.Zero, f02 = TVector.Zero, s02 = TVector.Zero, l02 = TVector.Zero;
        TVector f10 = TVector.Zero, s10 = TVector.Zero, l10 = TVector.Zero, f11 = TVector.Zero, s11 = TVector.Zero, l11 = TVector.Zero, f12 = TVector.Zero, s12 = TVector.Zero, l12 = TVector.Zero;
        TVector f20 = TVector.Zero, s20 = TVector.Zero, l20 = TVector.Zero, f21 = TVector.Zero, s21 = TVector.Zero, l21 = TVector.Zero, f22 = TVector.Zero, s22 = TVector.Zero, l22 = TVector.Zero;
        nint nextZ = taps.Channels, column = tile.First, toLast = tile.ToLast;
        dz += column;
        to += column;
        for (; runs < end; runs++)
        {
            if (runs->AreCells)
            {
                // Most positions: three addresses stay in registers with all strides, of nine some do not.
                T* x0 = runs->X00 + column, x1 = runs->X10 + column, x2 = runs->X20 + column;
                nint tap = taps.NextTap, twoTaps = 2 * tap, next = taps.NextPosition;
                for (nint left = runs->Count; left > 0; left--)
                {
                    TVector first = sizeof(TVectors) > 1 ? TVector.Load(in *dz, 0) : TVector.Zero;
                    TVector second = sizeof(TVectors) > 2 ? TVector.Load(in *(dz + TVector.Count), 0) : TVector.Zero;
                    TVector last = TVector.Load(in *(dz + toLast), 0);
                    dz += nextZ;
                    Step<TVectors>(x0, toLast, first, second, last, ref f00, ref s00, ref l00);
                    if (sizeof(TColumns) > 1)
                        Step<TVectors>(x0 + tap, toLast, first, second, last, ref f01, ref s01, ref l01);
                    if (sizeof(TColumns) > 2)
                        Step<TVectors>(x0 + twoTaps, toLast, first, second, last, ref f02, ref s02, ref l02);
                    if (sizeof(TRows) > 1)
                        Step<TVectors>(x1, toLast, first, second, last, ref f10, ref s10, ref l10);
                    if (sizeof(TRows) > 1 && sizeof(TColumns) > 1)
                        Step<TVectors>(x1 + tap, toLast, first, second, last, ref f11, ref s11, ref l11);
                    if (sizeof(TRows) > 1 && sizeof(TColumns) > 2)
                        Step<TVectors>(x1 + twoTaps, toLast, first, second, last, ref f12, ref s12, ref l12);
                    if (sizeof(TRows) > 2)
                        Step<TVectors>(x2, toLast, first, second, last, ref f20, ref s20, ref l20);
                    if (sizeof(TRows) > 2 && sizeof(TColumns) > 1)
                        Step<TVectors>(x2 + tap, toLast, first, second, last, ref f21, ref s21, ref l21);
                    if (sizeof(TRows) > 2 && sizeof(TColumns) > 2)
                        Step<TVectors>(x2 + twoTaps, toLast, first, second, last, ref f22, ref s22, ref l22);
                    x0 += next;
                    x1 += next;
                    x2 += next;
                }
                continue;
            }
            T* x00 = runs->X00 + column, x01 = runs->X01 + column, x02 = runs->X02 + column, x10 = runs->X10 + column, x11 = runs->X11 + column, x12 = runs->X12 + column, x20 = runs->X20 + column, x21 = runs->X21 + column, x22 = runs->X22 + column;
            nint next0 = runs->Next0, next1 = runs->Next1, next2 = runs->Next2;
            for (nint left = runs->Count; left > 0; left--)
            {
                TVector first = sizeof(TVectors) > 1 ? TVector.Load(in *dz, 0) : TVector.Zero;
                TVector second = sizeof(TVectors) > 2 ? TVector.Load(in *(dz + TVector.Count), 0) : TVector.Zero;
                TVector last = TVector.Load(in *(dz + toLast), 0);
                dz += nextZ;
                Step<TVectors>(x00, toLast, first, second, last, ref f00, ref s00, ref l00);
                if (sizeof(TColumns) > 1)
                    Step<TVectors>(x01, toLast, first, second, last, ref f01, ref s01, ref l01);
                if (sizeof(TColumns) > 2)
                    Step<TVectors>(x02, toLast, first, second, last, ref f02, ref s02, ref l02);
                if (sizeof(TRows) > 1)
                    Step<TVectors>(x10, toLast, first, second, last, ref f10, ref s10, ref l10);
                if (sizeof(TRows) > 1 && sizeof(TColumns) > 1)
                    Step<TVectors>(x11, toLast, first, second, last, ref f11, ref s11, ref l11);
                if (sizeof(TRows) > 1 && sizeof(TColumns) > 2)
                    Step<TVectors>(x12, toLast, first, second, last, ref f12, ref s12, ref l12);
                if (sizeof(TRows) > 2)
                    Step<TVectors>(x20, toLast, first, second, last, ref f20, ref s20, ref l20);
                if (sizeof(TRows) > 2 && sizeof(TColumns) > 1)
                    Step<TVectors>(x21, toLast, first, second, last, ref f21, ref s21, ref l21);
                if (sizeof(TRows) > 2 && sizeof(TColumns) > 2)
                    Step<TVectors>(x22, toLast, first, second, last, ref f22, ref s22, ref l22);
                x00 += next0;
                x01 += next0;
                x02 += next0;
                x10 += next1;
                x11 += next1;
                x12 += next1;
                x20 += next2;
                x21 += next2;
                x22 += next2;
            }
        }

        Store<TVectors>(to, toLast, f00, s00, l00, adds);
        if (sizeof(TColumns) > 1)
            Store<TVectors>(to + nextZ, toLast, f01, s01, l01, adds);
        if (sizeof(TColumns) > 2)
            Store<TVectors>(to + (2 * nextZ), toLast, f02, s02, l02, adds);
        to += taps.NextRow;
        if (sizeof(TRows) > 1)
        {
            Store<TVectors>(to, toLast, f10, s10, l10, adds);
            if (sizeof(TColumns) > 1)
                Store<TVectors>(to + nextZ, toLast, f11, s11, l11, adds);
            if (sizeof(TColumns) > 2)
                Store<TVectors>(to + (2 * nextZ), toLast, f12, s12, l12, adds);
        }
        to += taps.NextRow;
        if (sizeof(TRows) > 2)
        {
            Store<TVectors>(to, toLast, f20, s20, l20, adds);
            if (sizeof(TColumns) > 1)
                Store<TVectors>(to + nextZ, toLast, f21, s21, l21, adds);
            if (sizeof(TColumns) > 2)
                Store<TVectors>(to + (2 * nextZ), toLast, f22, s22, l22, adds);
        }
    }

    /// <summary>One step of the chains of a tap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors>(T* x, nint toLast, TVector dz0, TVector dz1, TVector dz2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        if (sizeof(TVectors) > 1)
            TVector.Accumulate(dz0, x, ref first);
        if (sizeof(TVectors) > 2)
            TVector.Accumulate(dz1, x + TVector.Count, ref second);
        TVector.Accumulate(dz2, x + toLast, ref last);
    }

    /// <summary>Stores the chains of a tap. All are made before any is stored: overlapping vectors must all see what was there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors>(T* to, nint toLast, TVector first, TVector second, TVector last, bool adds)
        where TVectors : unmanaged, ITileExtent
    {
        if (adds)
        {
            if (sizeof(TVectors) > 1)
                first = TVector.Load(in *to, 0) + first;
            if (sizeof(TVectors) > 2)
                second = TVector.Load(in *(to + TVector.Count), 0) + second;
            last = TVector.Load(in *(to + toLast), 0) + last;
        }
        if (sizeof(TVectors) > 1)
            TVector.Store(first, ref *to, 0);
        if (sizeof(TVectors) > 2)
            TVector.Store(second, ref *(to + TVector.Count), 0);
        TVector.Store(last, ref *(to + toLast), 0);
    }
}
