using System.Globalization;
using ActGen.Frontend.Model;

namespace ActGen.Generator.Emission;

/// <summary>Predicted scales in two significant digits, the same under every culture.</summary>
internal static class ScaleText
{
    public const string Unpredictable = "?", Unknown = "–";

    public static string Of(Prediction prediction) => !IsKnown(prediction) ? Unknown : prediction.IsPredictable ? Of(prediction.Rms) : Unpredictable;

    public static string Of(double value) => value switch
    {
        0 => "0",
        < 0.001 or >= 9_999.5 => value.ToString("0.0e0", CultureInfo.InvariantCulture),
        < 0.00995 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        < 0.0995 => value.ToString("0.000", CultureInfo.InvariantCulture),
        < 0.995 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 9.95 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    public static string Percent(double share) => (100 * share).ToString(share < 0.01 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Whether anything can be said.</summary>
    public static bool IsKnown(Prediction prediction) => !double.IsNaN(prediction.Rms) && !double.IsInfinity(prediction.Rms);
}
