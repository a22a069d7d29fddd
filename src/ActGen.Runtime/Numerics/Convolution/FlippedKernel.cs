namespace ActGen.CompilerServices;

/// <summary>The weights as the input gradient reads them: phase after phase, in each the taps of the flipped kernel, of each tap filters × channels of a group.</summary>
internal static unsafe class FlippedKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Edge = 16;

    /// <summary>Writes some taps.</summary>
    /// <param name="shape">Sizes.</param>
    /// <param name="weights">W.</param>
    /// <param name="start">First tap, in the order of the copy.</param>
    /// <param name="end">Tap after the last one.</param>
    /// <param name="flipped">As many elements as W.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(in ConvolutionShape shape, ReadOnlySpan<T> weights, int start, int end, Span<T> flipped)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, shape.Weights);
        ArgumentOutOfRangeException.ThrowIfNotEqual(flipped.Length, shape.Weights);
        int tap = 0, channels = shape.GroupChannels;
        nint size = (nint)channels * shape.Filters;
        fixed (T* from = weights, to = flipped)
        {
            for (int top = 0; top < shape.Rows.Phases; top++)
            {
                for (int left = 0; left < shape.Columns.Phases; left++)
                {
                    AxisPhase rows = AxisPhase.Of(shape.Rows, top), columns = AxisPhase.Of(shape.Columns, left);
                    for (int row = 0; row < rows.Taps; row++)
                    {
                        for (int column = 0; column < columns.Taps; column++, tap++)
                        {
                            if (tap < start || tap >= end)
                                continue;
                            int source = ((rows.FirstTap - (row * rows.TapStep)) * shape.Columns.Kernel) + columns.FirstTap - (column * columns.TapStep);
                            Tap(from + (source * size), channels, shape.Filters, to + (tap * size));
                        }
                    }
                }
            }
        }
    }

    /// <summary>channels × filters → filters × channels.</summary>
    private static void Tap(T* from, int channels, int filters, T* to)
    {
        if (channels == 1)
        {
            new ReadOnlySpan<T>(from, filters).CopyTo(new Span<T>(to, filters));
            return;
        }
        for (int k = 0; k < channels; k += Edge)
        {
            for (int n = 0; n < filters; n += Edge)
                Transpose<T>.Block(from + ((nint)k * filters) + n, filters, Math.Min(Edge, channels - k), Math.Min(Edge, filters - n), to + ((nint)n * channels) + k, channels);
        }
    }
}
