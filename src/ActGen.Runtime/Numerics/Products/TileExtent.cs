using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Number of rows (or of vectors in one row) of a register tile, as a type: the JIT compiles one tile for each extent and drops what is beyond it.</summary>
internal interface ITileExtent
{
    /// <summary>1 to 12.</summary>
    static abstract int Size { get; }
}

/// <summary>The extents in use, each as many bytes long as it says: <c>sizeof</c> is a constant before the JIT reads what depends on it, a property only afterwards. In tiles of so many
/// calls that what is never compiled would use up what the JIT inlines, that decides. Twelve rows of two vectors, two vectors of B and one broadcast fill 27 of 32 registers;
/// six rows do the same for 16 registers.</summary>
internal static class TileExtent
{
    [StructLayout(LayoutKind.Sequential, Size = 1)]
    internal readonly struct One : ITileExtent
    {
        public static int Size => 1;
    }

    [StructLayout(LayoutKind.Sequential, Size = 2)]
    internal readonly struct Two : ITileExtent
    {
        public static int Size => 2;
    }

    [StructLayout(LayoutKind.Sequential, Size = 3)]
    internal readonly struct Three : ITileExtent
    {
        public static int Size => 3;
    }

    [StructLayout(LayoutKind.Sequential, Size = 4)]
    internal readonly struct Four : ITileExtent
    {
        public static int Size => 4;
    }

    [StructLayout(LayoutKind.Sequential, Size = 5)]
    internal readonly struct Five : ITileExtent
    {
        public static int Size => 5;
    }

    [StructLayout(LayoutKind.Sequential, Size = 6)]
    internal readonly struct Six : ITileExtent
    {
        public static int Size => 6;
    }

    [StructLayout(LayoutKind.Sequential, Size = 7)]
    internal readonly struct Seven : ITileExtent
    {
        public static int Size => 7;
    }

    [StructLayout(LayoutKind.Sequential, Size = 8)]
    internal readonly struct Eight : ITileExtent
    {
        public static int Size => 8;
    }

    [StructLayout(LayoutKind.Sequential, Size = 9)]
    internal readonly struct Nine : ITileExtent
    {
        public static int Size => 9;
    }

    [StructLayout(LayoutKind.Sequential, Size = 10)]
    internal readonly struct Ten : ITileExtent
    {
        public static int Size => 10;
    }

    [StructLayout(LayoutKind.Sequential, Size = 11)]
    internal readonly struct Eleven : ITileExtent
    {
        public static int Size => 11;
    }

    [StructLayout(LayoutKind.Sequential, Size = 12)]
    internal readonly struct Twelve : ITileExtent
    {
        public static int Size => 12;
    }
}
