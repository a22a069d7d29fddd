namespace ActGen.CompilerServices;

/// <summary>The weights as the input gradient reads them, cut into panels of channels: panel after panel, in each phase after phase, of these the taps of the flipped kernel, of each tap filters × channels of the panel.</summary>
internal static unsafe class FlippedKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A tile of two of the widest vectors.
    private const int Edge = 16, Width = 32;

    /// <summary>The panels, of a group's channels.</summary>
    public static ColumnPanels Panels(in ConvolutionShape shape) => new(shape.GroupChannels, Width);

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
        int tap = 0;
        nint size = (nint)shape.GroupChannels * shape.Filters, taps = shape.Taps;
        ColumnPanels panels = Panels(in shape);
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
                            for (int panel = 0; panel < panels.Count; panel++)
                            {
                                (int first, int stop) = panels.At(panel);
                                nint height = shape.Filters;
                                Tap(from + (source * size) + (first * height), stop - first, shape.Filters, to + (((first * taps) + ((stop - first) * (nint)tap)) * height));
                            }
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
