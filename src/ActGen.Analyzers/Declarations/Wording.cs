using System.Globalization;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;

namespace ActGen.Analyzers.Declarations;

/// <summary>Numbers and layers in messages, the same under every culture.</summary>
internal static class Wording
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Digits(double value, string format = "F4") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Parameters: all digits of numbers that a program has room for.</summary>
    public static string Parameters(long value) => value <= int.MaxValue ? Count(value) : Factor(value);

    /// <summary>Two significant digits: <c>0.21</c>, <c>12</c>, <c>4.1·10⁻⁶</c>.</summary>
    public static string Factor(double value)
    {
        double magnitude = Math.Abs(value);
        if (magnitude is 0 or (>= 1e-2 and < 1e4))
            return magnitude >= 99.5 ? Digits(value, "N0") : Digits(value, "G2");
        string[] parts = value.ToString("E1", CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return $"{parts[0]}·10{(exponent < 0 ? "⁻" : "")}{string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']))}";
    }

    /// <summary><c>from 0 on</c>, <c>between -1 and 1</c>.</summary>
    public static string Between(double least, double most) => (double.IsInfinity(least), double.IsInfinity(most)) switch
    {
        (false, true) => $"from {Digits(least, "G3")} on",
        (true, false) => $"up to {Digits(most, "G3")}",
        (true, true) => "of any size",
        _ => $"between {Digits(least, "G3")} and {Digits(most, "G3")}",
    };

    /// <summary><c>62 %</c>.</summary>
    public static string Percent(double share) => Digits(100 * share, "F0") + " %";

    /// <summary><c>[Dense(64)]</c>, <c>[ReLU]</c>.</summary>
    public static string Layer(LayerAnalysis layer) => layer.Declaration.Units is { } units
        ? $"[{layer.Declaration.Name}({units.ToString(CultureInfo.InvariantCulture)})]"
        : $"[{layer.Declaration.Name}]";

    /// <inheritdoc cref="Layer(LayerAnalysis)"/>
    public static string Layer(LayerMeaning layer) => Layer(layer.Layer);
}
