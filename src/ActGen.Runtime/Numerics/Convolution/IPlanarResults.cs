namespace ActGen.CompilerServices;

/// <summary>What becomes of results of a <see cref="PlanarProduct{T, TVector}"/>, which lie in planes, one for each output.</summary>
internal unsafe interface IPlanarResults<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Blocks of lines begin at multiples of it.</summary>
    static abstract int LinesTogether { get; }

    /// <summary>Takes some lines.</summary>
    /// <param name="planes">The first line of the first plane. Two vectors may be read at its last position, also of the last plane.</param>
    /// <param name="pitch">From a plane to the next one.</param>
    /// <param name="width">From a line to the next one.</param>
    /// <param name="start">Number of the first line in the image.</param>
    /// <param name="lines">How many.</param>
    void Write(T* planes, nint pitch, nint width, int start, int lines);
}

/// <summary>Channels last, as images lie.</summary>
/// <param name="cells">The first output of the first cell.</param>
/// <param name="first">Number of the line to which that belongs.</param>
/// <param name="positions">Cells of a line.</param>
/// <param name="outputs">Planes.</param>
/// <param name="cell">From a cell to the next one.</param>
internal readonly unsafe struct CellsOfPlanes<T>(T* cells, int first, int positions, int outputs, int cell) : IPlanarResults<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int LinesTogether => 1;

    public void Write(T* planes, nint pitch, nint width, int start, int lines)
    {
        T* target = cells + ((nint)(start - first) * positions * cell);
        for (; lines > 0; lines--, planes += width, target += (nint)positions * cell)
            Transpose<T>.Strip(planes, pitch, outputs, positions, target, cell);
    }
}
