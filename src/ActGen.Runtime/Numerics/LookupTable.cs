namespace ActGen.CompilerServices;

/// <summary>Where the index of a table lies in the bits of a float: two exponent bits and three mantissa bits.</summary>
internal static class LookupTable
{
    /// <summary>Bits below the index.</summary>
    public const int Shift = 20;

    /// <summary>The index after the shift.</summary>
    public const int Mask = 31;
}
