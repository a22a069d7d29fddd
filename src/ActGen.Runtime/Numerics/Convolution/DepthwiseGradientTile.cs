namespace ActGen.CompilerServices;

/// <summary>The chains of up to three by three taps and three vectors of channels, over runs of positions.</summary>
internal static unsafe class DepthwiseGradientTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All positions of a chunk.</summary>
    /// <remarks>Accumulators are locals (first, second, last vector of each tap), as in <see cref="SegmentTile{T, TVector}"/>.</remarks>
    /// <typeparam name="TVectors">Vectors of channels: 1 to 3.</typeparam>
    /// <typeparam name="TRows">Kernel rows: 1 to 3.</typeparam>
    /// <typeparam name="TColumns">Taps of a kernel row: 1 to 3.</typeparam>
    /// <param name="taps">The taps.</param>
    /// <param name="runs">What positions read with them.</param>
    /// <param name="end">Behind the last run.</param>
    /// <param name="dz">dz of the first position.</param>
    /// <param name="to">dW of the first tap.</param>
    /// <param name="tile">The channels.</param>
    /// <param name="adds">Whether to add to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TVectors, TRows, TColumns>(in DepthwiseTaps taps, DepthwiseRun<T>* runs, DepthwiseRun<T>* end, T* dz, T* to, in TileColumns tile, bool adds)
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
                    Gradient<TVectors>(dz, toLast, out TVector first, out TVector second, out TVector last);
                    dz += nextZ;
                    Step<TVectors, TColumns>(x0, x0 + tap, x0 + twoTaps, toLast, first, second, last, ref f00, ref s00, ref l00, ref f01, ref s01, ref l01, ref f02, ref s02, ref l02);
                    if (sizeof(TRows) > 1)
                        Step<TVectors, TColumns>(x1, x1 + tap, x1 + twoTaps, toLast, first, second, last, ref f10, ref s10, ref l10, ref f11, ref s11, ref l11, ref f12, ref s12, ref l12);
                    if (sizeof(TRows) > 2)
                        Step<TVectors, TColumns>(x2, x2 + tap, x2 + twoTaps, toLast, first, second, last, ref f20, ref s20, ref l20, ref f21, ref s21, ref l21, ref f22, ref s22, ref l22);
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
                Gradient<TVectors>(dz, toLast, out TVector first, out TVector second, out TVector last);
                dz += nextZ;
                Step<TVectors, TColumns>(x00, x01, x02, toLast, first, second, last, ref f00, ref s00, ref l00, ref f01, ref s01, ref l01, ref f02, ref s02, ref l02);
                if (sizeof(TRows) > 1)
                    Step<TVectors, TColumns>(x10, x11, x12, toLast, first, second, last, ref f10, ref s10, ref l10, ref f11, ref s11, ref l11, ref f12, ref s12, ref l12);
                if (sizeof(TRows) > 2)
                    Step<TVectors, TColumns>(x20, x21, x22, toLast, first, second, last, ref f20, ref s20, ref l20, ref f21, ref s21, ref l21, ref f22, ref s22, ref l22);
                Next(ref x00, ref x01, ref x02, next0);
                Next(ref x10, ref x11, ref x12, next1);
                Next(ref x20, ref x21, ref x22, next2);
            }
        }

        Store<TVectors, TColumns>(to, nextZ, toLast, f00, s00, l00, f01, s01, l01, f02, s02, l02, adds);
        if (sizeof(TRows) > 1)
            Store<TVectors, TColumns>(to + taps.NextRow, nextZ, toLast, f10, s10, l10, f11, s11, l11, f12, s12, l12, adds);
        if (sizeof(TRows) > 2)
            Store<TVectors, TColumns>(to + (2 * taps.NextRow), nextZ, toLast, f20, s20, l20, f21, s21, l21, f22, s22, l22, adds);
    }

    /// <summary>dz of a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gradient<TVectors>(T* dz, nint toLast, out TVector first, out TVector second, out TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        first = sizeof(TVectors) > 1 ? TVector.Load(in *dz, 0) : TVector.Zero;
        second = sizeof(TVectors) > 2 ? TVector.Load(in *(dz + TVector.Count), 0) : TVector.Zero;
        last = TVector.Load(in *(dz + toLast), 0);
    }

    /// <summary>One step of the chains of a kernel row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors, TColumns>(T* x0, T* x1, T* x2, nint toLast, TVector dz0, TVector dz1, TVector dz2, ref TVector f0, ref TVector s0, ref TVector l0, ref TVector f1, ref TVector s1, ref TVector l1, ref TVector f2, ref TVector s2, ref TVector l2)
        where TVectors : unmanaged, ITileExtent
        where TColumns : unmanaged, ITileExtent
    {
        Step<TVectors>(x0, toLast, dz0, dz1, dz2, ref f0, ref s0, ref l0);
        if (sizeof(TColumns) > 1)
            Step<TVectors>(x1, toLast, dz0, dz1, dz2, ref f1, ref s1, ref l1);
        if (sizeof(TColumns) > 2)
            Step<TVectors>(x2, toLast, dz0, dz1, dz2, ref f2, ref s2, ref l2);
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

    /// <summary>What the next position reads with the taps of a kernel row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(ref T* x0, ref T* x1, ref T* x2, nint step)
    {
        x0 += step;
        x1 += step;
        x2 += step;
    }

    /// <summary>Stores the chains of a kernel row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors, TColumns>(T* to, nint nextTap, nint toLast, TVector f0, TVector s0, TVector l0, TVector f1, TVector s1, TVector l1, TVector f2, TVector s2, TVector l2, bool adds)
        where TVectors : unmanaged, ITileExtent
        where TColumns : unmanaged, ITileExtent
    {
        Store<TVectors>(to, toLast, f0, s0, l0, adds);
        if (sizeof(TColumns) > 1)
            Store<TVectors>(to + nextTap, toLast, f1, s1, l1, adds);
        if (sizeof(TColumns) > 2)
            Store<TVectors>(to + (2 * nextTap), toLast, f2, s2, l2, adds);
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
