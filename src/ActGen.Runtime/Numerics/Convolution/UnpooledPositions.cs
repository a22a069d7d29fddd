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
    /// <param name="target">Positions × channels.</param>
    /// <param name="sums">One for each channel, to which what is written is added in the order of positions; or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(T* gradient, T* places, in PoolWindow window, int height, int width, int start, int end, T* target, T* sums)
    {
        int channels = window.Channels, pooledHeight = window.Vertical.Positions, pooledWidth = window.Horizontal.Positions, columns = window.Horizontal.Size;
        (int image, int place) = Math.DivRem(start, height * width);
        (int line, int column) = Math.DivRem(place, width);
        (int pooledLine, int row) = Math.DivRem(line, window.Vertical.Stride);
        for (int left = end - start; left > 0;)
        {
            int positions = Math.Min(width - column, left);
            if (pooledLine < pooledHeight && row < window.Vertical.Size)
            {
                nint before = ((((nint)image * pooledHeight) + pooledLine) * pooledWidth) * channels;
                Line(gradient + before, places + before, in window, row * columns, column, positions, target, sums);
            }
            else
            {
                new Span<T>(target, positions * channels).Clear();
            }
            target += (nint)positions * channels;
            left -= positions;
            column = 0;
            if (++row == window.Vertical.Stride)
            {
                row = 0;
                pooledLine++;
            }
            if (++line == height)
            {
                (line, row, pooledLine) = (0, 0, 0);
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
    /// <param name="sums">Of each channel, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(T* gradient, T* places, in PoolWindow window, int first, int column, int positions, T* target, T* sums)
    {
        int channels = window.Channels, stride = window.Horizontal.Stride, size = window.Horizontal.Size;
        (int position, int cell) = column == 0 ? (0, 0) : Math.DivRem(column, stride);
        gradient += (nint)position * channels;
        places += (nint)position * channels;
        for (int windows = window.Horizontal.Positions - position; positions > 0; cell = 0)
        {
            int whole = size == 2 && stride == 2 && cell == 0 ? Math.Min(windows, positions / 2) : 0;
            int done = Math.Max(1, whole), cells = whole > 0 ? 2 * whole : Math.Min(windows > 0 ? Math.Max(size - cell, 0) : 0, positions);
            if (whole > 0)
                Pairs(gradient, places, channels, first, whole, target, sums);
            else if (cells > 0)
                Cells(gradient, places, channels, first + cell, cells, target, sums);
            target += (nint)cells * channels;
            positions -= cells;
            int between = whole > 0 ? 0 : Math.Min(stride - cell - cells, positions);
            if (between > 0)
            {
                new Span<T>(target, between * channels).Clear();
                target += (nint)between * channels;
                positions -= between;
            }
            windows -= done;
            gradient += (nint)done * channels;
            places += (nint)done * channels;
        }
    }

    /// <summary>Some cells of one window.</summary>
    private static void Cells(T* gradient, T* places, int channels, int first, int cells, T* target, T* sums)
    {
        for (int channel = 0; channel < channels; channel += TVector.Count)
        {
            int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
            TVector value = RowVector<T, TVector>.Load(gradient + channel, lanes), place = RowVector<T, TVector>.Load(places + channel, lanes), number = TVector.Constant(first), sum = Sum(sums, channel, lanes);
            T* to = target + channel;
            for (int left = cells; left > 0; left--, to += channels, number += TVector.Constant(1))
            {
                TVector taken = TVector.And(TVector.AreEqual(place, number), value);
                RowVector<T, TVector>.Store(taken, to, lanes);
                sum += taken;
            }
            if (sums != null)
                RowVector<T, TVector>.Store(sum, sums + channel, lanes);
        }
    }

    /// <summary>Both cells of some windows of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pairs(T* gradient, T* places, int channels, int first, int windows, T* target, T* sums)
    {
        TVector left = TVector.Constant(first), right = TVector.Constant(first + 1);
        for (int channel = 0; channel < channels; channel += TVector.Count)
        {
            int lanes = RowVector<T, TVector>.Lanes((nuint)(channels - channel));
            T* from = gradient + channel, placed = places + channel, to = target + channel;
            TVector sum = Sum(sums, channel, lanes);
            for (int window = windows; window > 0; window--, from += channels, placed += channels, to += 2 * channels)
            {
                TVector value = RowVector<T, TVector>.Load(from, lanes), place = RowVector<T, TVector>.Load(placed, lanes);
                TVector one = TVector.And(TVector.AreEqual(place, left), value), other = TVector.And(TVector.AreEqual(place, right), value);
                RowVector<T, TVector>.Store(one, to, lanes);
                RowVector<T, TVector>.Store(other, to + channels, lanes);
                // One of them is +0, and adding that changes nothing.
                sum += TVector.Or(one, other);
            }
            if (sums != null)
                RowVector<T, TVector>.Store(sum, sums + channel, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(T* sums, int channel, int lanes) => sums == null ? TVector.Zero : RowVector<T, TVector>.Load(sums + channel, lanes);
}
