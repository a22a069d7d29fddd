namespace ActGen.CompilerServices;

/// <summary>The gradient by the cells under a pool's windows that share none: that of a pooled value goes to one cell, all others have +0.</summary>
internal static unsafe class UnpooledPositions<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Writes it for some neighbouring positions.</summary>
    /// <param name="gradient">Of the pooled images.</param>
    /// <param name="places">The cells, as <see cref="PooledCells{T, TVector, TPool}"/> writes them.</param>
    /// <param name="window">The pool, without padding.</param>
    /// <param name="height">Lines of an image.</param>
    /// <param name="width">Positions of a line.</param>
    /// <param name="start">First position, counted over all images.</param>
    /// <param name="end">Position after the last one.</param>
    /// <param name="target">Positions × channels, and room for a vector behind them where channels are fewer than its lanes, or the end of what is written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(T* gradient, T* places, in PoolWindow window, int height, int width, int start, int end, T* target)
    {
        int channels = window.Channels, pooledHeight = window.Vertical.Positions, pooledWidth = window.Horizontal.Positions, columns = window.Horizontal.Size;
        (int image, int place) = Math.DivRem(start, height * width);
        (int line, int column) = Math.DivRem(place, width);
        for (int left = end - start; left > 0;)
        {
            int positions = Math.Min(width - column, left);
            (int pooledLine, int row) = Math.DivRem(line, window.Vertical.Stride);
            if (pooledLine < pooledHeight && row < window.Vertical.Size)
            {
                nint before = ((((nint)image * pooledHeight) + pooledLine) * pooledWidth) * channels;
                Line(gradient + before, places + before, in window, row * columns, column, positions, target);
            }
            else
            {
                new Span<T>(target, positions * channels).Clear();
            }
            target += (nint)positions * channels;
            left -= positions;
            column = 0;
            if (++line == height)
            {
                line = 0;
                image++;
            }
        }
    }

    /// <summary>A part of a line.</summary>
    /// <param name="gradient">Of the windows of the line.</param>
    /// <param name="places">Their cells.</param>
    /// <param name="window">The pool.</param>
    /// <param name="first">Number of the first cell of a window in this line.</param>
    /// <param name="column">First position.</param>
    /// <param name="positions">How many.</param>
    /// <param name="target">Where they go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(T* gradient, T* places, in PoolWindow window, int first, int column, int positions, T* target)
    {
        int channels = window.Channels, stride = window.Horizontal.Stride, size = window.Horizontal.Size, lanes = Math.Min(channels, TVector.Count);
        (int position, int cell) = Math.DivRem(column, stride);
        T* end = target + ((nint)positions * channels);
        for (; target < end; position++, cell = 0)
        {
            nint at = (nint)position * channels;
            int cells = Math.Min(position < window.Horizontal.Positions ? Math.Max(size - cell, 0) : 0, (int)((end - target) / channels));
            for (int start = 0; start < channels && cells > 0; start += TVector.Count)
            {
                // The last vector overlaps the one before it, with the same results.
                int channel = Math.Min(start, channels - lanes);
                TVector value = RowVector<T, TVector>.Load(gradient + at + channel, lanes), place = RowVector<T, TVector>.Load(places + at + channel, lanes), number = TVector.Constant(first + cell);
                T* to = target + channel;
                for (int next = cells; next > 0; next--, to += channels, number += TVector.Constant(1))
                    RowVector<T, TVector>.Store(TVector.And(TVector.AreEqual(place, number), value), to, lanes);
            }
            target += (nint)cells * channels;
            int between = Math.Min(stride - cell - cells, (int)((end - target) / channels)) * channels;
            if (between <= 0)
                continue;
            new Span<T>(target, between).Clear();
            target += between;
        }
    }
}
