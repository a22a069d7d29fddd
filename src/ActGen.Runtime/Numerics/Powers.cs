namespace ActGen.CompilerServices;

/// <summary>Powers of two at the edges of the formats.</summary>
internal static class Powers
{
    /// <summary>From here on the unit in the last place of a float is 1.</summary>
    public const float TwoTo23 = 8388608f;

    /// <summary>From here on the unit in the last place of a double is 1.</summary>
    public const double TwoTo52 = 4503599627370496d;

    /// <summary>Exponent of the smallest normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Lowest<T>() => typeof(T) == typeof(float) ? -126 : -1022;

    /// <summary>Exponent of the largest power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Highest<T>() => typeof(T) == typeof(float) ? 127 : 1023;
}
