using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>Activations as comments and tables name them.</summary>
internal static class ActivationText
{
    /// <summary>The name with its parameters where they differ from the formula's: <c>LeakyReLU(0.2)</c>.</summary>
    public static string Name(PlannedActivation activation)
    {
        if (activation.Range is { } range)
            return $"{activation.Place.Name}({Rounded(range.Lower)}, {Rounded(range.Upper)})";
        double[] values = activation.Values;
        string name = values.SequenceEqual(activation.Formula.Defaults)
            ? activation.Formula.DisplayName
            : $"{activation.Formula.DisplayName}({string.Join(", ", values.Select(Short))})";
        return name + (activation.IsPerChannel ? " per channel" : "") + (activation.IsFast ? " fast" : "");
    }

    /// <summary>f as a formula of its input, which is called <paramref name="input"/>.</summary>
    public static string Applied(PlannedActivation activation, string input) => In(input, FormulaAnalysis.Of(activation.Formula).Text);

    /// <summary>f′ in terms of what is kept, in brackets where it is a sum.</summary>
    public static string Derivative(PlannedActivation activation, string input) =>
        Factor(In(input, FormulaAnalysis.Of(activation.Formula).DerivativeTextFor(activation.Keeps)));

    /// <summary>f′ in the formula's input, called <paramref name="input"/>.</summary>
    public static string DerivativeInInput(PlannedActivation activation, string input) =>
        In(input, FormulaAnalysis.Of(activation.Formula).DerivativeTextFor(Operand.Derivative));

    /// <summary>An expression as a factor of a product: in brackets where it is more than one term.</summary>
    public static string Factor(string text) => text.StartsWith("[", StringComparison.Ordinal) || !text.Contains(' ') ? text : $"({text})";

    // The formula's own variable is x, a letter of its own in its text: not part of max, exp or a parameter's name.
    private static string In(string input, string text) => input == "x"
        ? text
        : System.Text.RegularExpressions.Regex.Replace(text, @"(?<![\p{L}\p{Nd}_])x(?![\p{L}\p{Nd}_])", input);

    private static string Rounded(double value) => value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(double value) => CodeWriter.Double(value) is var text && text.EndsWith(".0", StringComparison.Ordinal)
        ? text.Substring(0, text.Length - 2)
        : text;
}
