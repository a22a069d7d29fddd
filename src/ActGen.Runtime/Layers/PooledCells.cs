namespace ActGen.CompilerServices;

/// <summary>Windows without padding over lines that lie channels-last, and which cell of each is the largest.</summary>
internal static unsafe class PooledCells<T, TVector, TPool>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TPool : IPoolFunction
{
    /// <summary>y of some lines of windows.</summary>
    /// <param name="cells">The first cell. A whole vector may be read at the last one.</param>
    /// <param name="line">From a line of cells to the next one.</param>
    /// <param name="window">The window; its image is larger or smaller.</param>
    /// <param name="lines">Lines of windows.</param>
    /// <param name="output">Lines × positions × channels.</param>
    /// <param name="places">As many: for each value the number of the first cell of its window, by rows and columns, that equals it; as many as there are cells where none does. Null for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* cells, nint line, in PoolWindow window, int lines, T* output, T* places)
    {
        int channels = window.Channels, positions = window.Horizontal.Positions, lanes = Math.Min(channels, TVector.Count);
        bool isFour = window.Vertical.Size == 2 && window.Horizontal.Size == 2;
        nint step = (nint)window.Horizontal.Stride * channels, next = window.Vertical.Stride * line;
        TVector size = TVector.Constant(window.Size);
        for (; lines > 0; lines--, cells += next)
        {
            T* cell = cells;
            for (int position = positions; position > 0; position--, cell += step, output += channels)
            {
                for (int start = 0; start < channels; start += TVector.Count)
                {
                    // The last vector overlaps the one before it, with the same results.
                    int channel = Math.Min(start, channels - lanes);
                    if (isFour)
                        Four(cell + channel, line, channels, size, output + channel, places == null ? null : places + channel, lanes);
                    else
                        Any(cell + channel, line, in window, size, output + channel, places == null ? null : places + channel, lanes);
                }
                places = places == null ? null : places + channels;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(T* cell, nint line, nint channels, TVector size, T* output, T* places, int lanes)
    {
        TVector first = TVector.Load(in *cell, 0), second = TVector.Load(in *(cell + channels), 0), third = TVector.Load(in *(cell + line), 0), fourth = TVector.Load(in *(cell + line + channels), 0);
        TVector value = PoolOfFour<TPool>.Value(first, second, third, fourth, size);
        RowVector<T, TVector>.Store(value, output, lanes);
        if (places != null)
            RowVector<T, TVector>.Store(PoolOfFour<TPool>.Place(first, second, third, fourth, value), places, lanes);
    }

    private static void Any(T* cell, nint line, in PoolWindow window, TVector size, T* output, T* places, int lanes)
    {
        int rows = window.Vertical.Size, columns = window.Horizontal.Size, channels = window.Channels;
        TVector value = TPool.Start<TVector>();
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                value = TPool.Add(value, TVector.Load(in *(cell + (i * line) + (j * channels)), 0));
        }
        value = TPool.Finish(value, size);
        RowVector<T, TVector>.Store(value, output, lanes);
        if (places == null)
            return;
        TVector place = size, number = size;
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                number -= TVector.Constant(1);
                place = TVector.Select(TVector.AreEqual(TVector.Load(in *(cell + (i * line) + (j * channels)), 0), value), number, place);
            }
        }
        RowVector<T, TVector>.Store(place, places, lanes);
    }
}
