using System.Globalization;

namespace ActGen.Reporting.Html;

/// <summary>Numbers as a report shows them, the same under every culture.</summary>
internal static class Numbers
{
    public const string None = "–";

    /// <summary>A coordinate: two decimals.</summary>
    public static string Pixel(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits; powers of ten where zeros would hide them.</summary>
    public static string Short(double? value)
    {
        if (value is not { } number)
            return None;
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
        double size = Math.Abs(number);
        string text = size is 0 or (>= 0.001 and < 1e6)
            ? number.ToString(size >= 100 ? "0" : size >= 10 ? "0.0" : size >= 1 ? "0.00" : size == 0 ? "0" : "0.000", CultureInfo.InvariantCulture)
            : number.ToString("0.0e0", CultureInfo.InvariantCulture);
        return Minus(text);
    }

    /// <summary>One decimal, with the sign of per cent behind a space that does not break.</summary>
    public static string Percent(double? share) => share is not { } known ? None : double.IsNaN(known) ? "NaN" : (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + "\u00A0%";

    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A tick of an axis.</summary>
    public static string Tick(double value) => Minus(Math.Abs(value) < 1e-12 ? "0" : value.ToString("G4", CultureInfo.InvariantCulture));

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " s";

    private static string Minus(string text) => text.Replace('-', '−');
}
