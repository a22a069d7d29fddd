using System.Globalization;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Declarations;

/// <summary>Numbers and layers in messages, the same under every culture.</summary>
internal static class Wording
{
    public static string Digits(double value, string format = "F4") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>[Dense(64)]</c>.</summary>
    public static string Dense(LayerAnalysis layer) => $"[{layer.Declaration.Name}({Digits(layer.Declaration.Number("units", 0), "R")})]";
}
