using System.Globalization;
using System.Text;

namespace ActGen;

/// <summary>A summary as a table.</summary>
internal static class SummaryText
{
    private static readonly string[] Header = ["Layer", "Output", "Parameters", "Multiply-adds", "Keeps", "Signal", "Gradient"];

    public static string Of(NetworkSummary summary)
    {
        bool isPredicted = summary.Layers.Any(static layer => layer.Signal is not null || layer.Gradient is not null);
        int columns = isPredicted ? Header.Length : Header.Length - 2;
        var rows = new List<string[]> { Header, new[] { "Input", Shape(summary.InputShape), "", "", "", Scale(summary.InputSignal), Scale(summary.InputGradient) } };
        foreach (LayerSummary layer in summary.Layers)
            rows.Add([layer.Layer, Shape(layer.OutputShape), Number(layer.ParameterCount), Number(layer.MultiplyAdds), layer.Keeps, Scale(layer.Signal), Scale(layer.Gradient)]);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (2 * (widths.Length - 1)));

        var text = new StringBuilder();
        text.Append(summary.Name).Append('\n');
        for (int i = 0; i < rows.Count; i++)
        {
            if (i <= 1)
                text.Append(rule).Append('\n');
            text.Append(Line(rows[i], widths)).Append('\n');
        }
        text.Append(rule).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{Number(summary.ParameterCount)} parameters ({Number(summary.ParameterCount * sizeof(float))} bytes), {Number(summary.MultiplyAdds)} multiply-adds per row");
        if (summary.Loss is not null)
            text.Append(", ").Append(summary.Loss);
        if (isPredicted)
        {
            bool hasGaps = summary.InputSignal is null || summary.InputGradient is null || summary.Layers.Any(static layer => layer.Signal is null || layer.Gradient is null);
            text.Append("\nSignal, gradient: predicted root mean square in a new network, gradient at the output = 1; 19 of 20 networks lie in the brackets").Append(hasGaps ? "; what is empty is not predicted." : ".");
        }
        if (summary.BornDead is > 0 and double dead)
            text.Append(CultureInfo.InvariantCulture, $"\nBorn dead: about {100 * dead:0.#} % of new networks pass no gradient.");
        return text.ToString();
    }

    private static string Line(string[] cells, int[] widths)
    {
        const int firstNumber = 2, lastNumber = 3;
        var line = new StringBuilder();
        for (int i = 0; i < widths.Length; i++)
        {
            bool number = i is >= firstNumber and <= lastNumber;
            line.Append(number ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i])).Append("  ");
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>Two significant digits, and the range where there is one.</summary>
    private static string Scale(PredictedRms? scale) => scale switch
    {
        null => "",
        { IsPredictable: false } => "unpredictable",
        { } s when s.Low == s.High => Digits(s.Value),
        { } s => $"{Digits(s.Value)} ({Digits(s.Low)}–{Digits(s.High)})",
    };

    private static string Digits(double value) => value.ToString(
        value switch
        {
            0 => "0",
            < 0.001 or >= 9_999.5 => "0.0e0",
            < 0.00995 => "0.0000",
            < 0.0995 => "0.000",
            < 0.995 => "0.00",
            < 9.95 => "0.0",
            _ => "0",
        },
        CultureInfo.InvariantCulture);

    private static string Shape(IReadOnlyList<int> shape) => string.Join(" × ", shape.Select(static size => size.ToString(CultureInfo.InvariantCulture)));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
