namespace ActGen.CompilerServices;

/// <summary>Powers of two at the edges of the formats.</summary>
internal static class Powers
{
    /// <summary>From here on the unit in the last place of a float is 1.</summary>
    public const float TwoTo23 = 8388608f;

    /// <summary>From here on the unit in the last place of a double is 1.</summary>
    public const double TwoTo52 = 4503599627370496d;

    /// <summary>2⁻¹²⁶, the smallest normal float.</summary>
    public const double SmallestFloat = 1.1754943508222875e-38;

    /// <summary>2⁻¹⁰²², the smallest normal double.</summary>
    public const double SmallestDouble = 2.2250738585072014e-308;

    /// <summary>Exponent of the smallest normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Lowest<T>() => typeof(T) == typeof(float) ? -126 : -1022;

    /// <summary>Exponent of the largest power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Highest<T>() => typeof(T) == typeof(float) ? 127 : 1023;
}
