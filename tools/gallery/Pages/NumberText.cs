using System.Globalization;

namespace ActGen.Gallery.Pages;

/// <summary>Numbers as people read them: five significant digits, a true minus, ∞, the same under every culture.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "–";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        double magnitude = Math.Abs(value);
        string digits = magnitude is 0 or (>= 1e-3 and < 1e5)
            ? Rounded(magnitude).ToString("0.######", CultureInfo.InvariantCulture)
            : magnitude.ToString("0.####e0", CultureInfo.InvariantCulture) is var text && text.Split('e') is [var mantissa, var exponent]
                ? $"{mantissa}·10{Superscript(exponent)}"
                : text;
        return value < 0 && digits != "0" ? "−" + digits : digits;
    }

    private static double Rounded(double magnitude) =>
        double.Parse(magnitude.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Superscript(string exponent) =>
        string.Concat(exponent.Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
