namespace ActGen.CompilerServices;

/// <summary>A chunk's share in dW of a depthwise convolution: tiles of up to three by three taps and three vectors of channels, whose chains run over the positions of the chunk together.</summary>
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
            DepthwiseGradientTile<T, TVector>.Run<TVectors, TRows, TileExtent.Three>(in taps, runs, end, dz, to, in tile, adds);
        else if (taps.Columns.Taps == 2)
            DepthwiseGradientTile<T, TVector>.Run<TVectors, TRows, TileExtent.Two>(in taps, runs, end, dz, to, in tile, adds);
        else
            DepthwiseGradientTile<T, TVector>.Run<TVectors, TRows, TileExtent.One>(in taps, runs, end, dz, to, in tile, adds);
    }
}
