using System.Globalization;

namespace ActGen.Frontend.Diagnostics;

/// <summary>Values in messages, the same under every culture.</summary>
internal static class Words
{
    /// <summary>Below this every whole number is one double.</summary>
    private const double LargestWhole = 1L << 53;

    public static string Of(double? value) => value switch
    {
        null => "no constant",
        { } number when Math.Abs(number) < LargestWhole && Math.Floor(number) == number => ((long)number).ToString(CultureInfo.InvariantCulture),
        { } number => number.ToString("G6", CultureInfo.InvariantCulture),
    };

    /// <summary>A number of something, which may be beyond what a <see cref="long"/> counts.</summary>
    public static string Count(double value) => value < LargestWhole ? Of((long)value) : value.ToString("G6", CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
