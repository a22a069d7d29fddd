namespace ActGen.CompilerServices;

/// <summary>Which products are narrow, and how their steps are cut: part of the definition of every output (rule 1 of the canonical orders), not a tuning knob.</summary>
internal static class Narrow
{
    /// <summary>Most columns of a narrow product.</summary>
    public const int Columns = 64;

    /// <summary>Chains of an output.</summary>
    public const int Segments = 4;

    /// <summary>Whether a product is narrow.</summary>
    public static bool Is(nint columns) => columns <= Columns;

    /// <summary>Steps of each chain but the last one, which takes the rest.</summary>
    public static nint SegmentOf(nint steps) => steps / Segments;
}
