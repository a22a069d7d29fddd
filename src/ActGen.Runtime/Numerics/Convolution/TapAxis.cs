namespace ActGen.CompilerServices;

/// <summary>One axis of a product that reads images where they lie: position p reads cells p·<paramref name="Stride"/> + t·<paramref name="Dilation"/> − <paramref name="Before"/>, t = 0 … taps − 1; cells outside the image count as 0.</summary>
/// <param name="Cells">Cells of the image.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">Cells from one position to the next.</param>
/// <param name="Taps">Taps of the kernel; there may be none.</param>
/// <param name="Dilation">Cells from one tap to the next.</param>
/// <param name="Before">Cells before the image; below 0 where the first ones are not read.</param>
internal readonly record struct TapAxis(int Cells, int Positions, int Stride, int Taps, int Dilation, int Before)
{
    /// <summary>The first position that reads no cell before the image.</summary>
    public int FirstInside => Before <= 0 ? 0 : Math.Min(Positions, ((Before - 1) / Stride) + 1);

    /// <summary>The position after the last one that reads no cell outside the image, at least <see cref="FirstInside"/>.</summary>
    public int EndInside
    {
        get
        {
            int room = Cells - 1 - ((Taps - 1) * Dilation) + Before;
            return Math.Clamp(room < 0 ? 0 : (room / Stride) + 1, FirstInside, Positions);
        }
    }

    /// <summary>The cell that a position reads with a tap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Cell(int position, int tap) => (position * Stride) + (tap * Dilation) - Before;

    /// <summary>The first tap with which a position reads a cell of the image, and the tap after the last one.</summary>
    public (int First, int End) TapsInside(int position)
    {
        int start = Cell(position, 0), room = Cells - 1 - start;
        int first = start >= 0 ? 0 : Math.Min(Taps, (~start / Dilation) + 1);
        return (first, Math.Clamp(room < 0 ? 0 : (room / Dilation) + 1, first, Taps));
    }

    /// <summary>Whether it belongs to the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInside(int cell) => (uint)cell < (uint)Cells;

    /// <summary>All bits where it belongs to the image, else none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Inside(int cell) => ~((cell | (Cells - 1 - cell)) >> 31);

    /// <summary>Some neighbouring taps alone.</summary>
    public TapAxis Part(int firstTap, int taps) => this with { Taps = taps, Before = Before - (firstTap * Dilation) };

    /// <summary>Of a convolution forward.</summary>
    public static TapAxis Forward(ConvolutionAxis axis) => new(axis.Input, axis.Output, axis.Stride, axis.Kernel, axis.Dilation, axis.Padding);

    /// <summary>Of a phase of its input gradient.</summary>
    public static TapAxis Back(ConvolutionAxis axis, AxisPhase phase) => new(axis.Output, phase.Cells, 1, phase.Taps, Math.Max(1, phase.SourceStep), -phase.Source);
}
