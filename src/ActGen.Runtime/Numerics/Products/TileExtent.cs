using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Number of rows (or of vectors in one row) of a register tile, as a type as many bytes long: the JIT compiles one tile for each extent and drops what is beyond it.</summary>
/// <remarks><c>sizeof</c> is a constant before the JIT reads what depends on it, a property only afterwards: in tiles of so many calls that what is never compiled would use up
/// what the JIT inlines, that decides.</remarks>
internal interface ITileExtent;

/// <summary>The extents in use. Twelve rows of two vectors, two vectors of B and one broadcast fill 27 of 32 registers; six rows do the same for 16 registers.</summary>
internal static class TileExtent
{
    [StructLayout(LayoutKind.Sequential, Size = 1)]
    internal readonly struct One : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 2)]
    internal readonly struct Two : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 3)]
    internal readonly struct Three : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 4)]
    internal readonly struct Four : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 5)]
    internal readonly struct Five : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 6)]
    internal readonly struct Six : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 7)]
    internal readonly struct Seven : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 8)]
    internal readonly struct Eight : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 9)]
    internal readonly struct Nine : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 10)]
    internal readonly struct Ten : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 11)]
    internal readonly struct Eleven : ITileExtent;

    [StructLayout(LayoutKind.Sequential, Size = 12)]
    internal readonly struct Twelve : ITileExtent;
}
