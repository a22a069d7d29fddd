using System.Globalization;

namespace ActGen.Frontend.Model;

/// <summary>Values in messages, the same under every culture.</summary>
internal static class Words
{
    public static string Of(double? value) => value is { } number ? number.ToString("G6", CultureInfo.InvariantCulture) : "no constant";

    public static string Of(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
