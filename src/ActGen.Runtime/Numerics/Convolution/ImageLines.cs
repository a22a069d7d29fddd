namespace ActGen.CompilerServices;

/// <summary>Rows of a product over segments that are the positions of an image: lines of them.</summary>
/// <param name="Lines">Number of lines.</param>
/// <param name="Width">Positions of a line.</param>
/// <param name="LineStrideA">From a line of A to the next one.</param>
/// <param name="LineStrideC">From a line of C to the next one.</param>
internal readonly record struct ImageLines(nint Lines, nint Width, nint LineStrideA, nint LineStrideC)
{
    /// <summary>The same rows as one line, where they follow each other at equal distances: tiles need not end with a line then.</summary>
    /// <param name="rowStrideA">From a position of A to the next one.</param>
    /// <param name="rowStrideC">From a position of C to the next one.</param>
    public ImageLines Joined(nint rowStrideA, nint rowStrideC) =>
        LineStrideA == Width * rowStrideA && LineStrideC == Width * rowStrideC ? new(1, Lines * Width, 0, 0) : this;
}
