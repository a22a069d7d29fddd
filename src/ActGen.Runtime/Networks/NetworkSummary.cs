using System.Globalization;
using System.Text;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A network's layers as data. <see cref="ToString"/> prints them as Keras' <c>summary()</c> does.</summary>
public sealed class NetworkSummary
{
    internal NetworkSummary(NetworkDefinition definition)
    {
        Name = definition.Name;
        InputShape = definition.InputShape;
        OutputShape = definition.OutputShape;
        Layers = definition.Layers;
        Parameters = definition.Parameters;
        Loss = definition.Loss?.Name;
    }

    /// <summary>Name of the class.</summary>
    public string Name { get; }

    /// <summary>Shape of one input row.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Shape of one output row.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>The layers, from input to output.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>The parameter tensors.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The loss, or null for a network that only maps.</summary>
    public string? Loss { get; }

    /// <summary>Trained parameters of all layers.</summary>
    public long ParameterCount => Layers.Sum(static layer => (long)layer.ParameterCount);

    /// <summary>Multiply-adds for one row, forward.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds);

    /// <summary>The table, columns aligned, the same text under every culture.</summary>
    public override string ToString()
    {
        string[] header = ["Layer", "Output", "Parameters", "Multiply-adds", "Keeps"];
        var rows = new List<string[]> { header };
        rows.Add(["Input", Shape(InputShape), "", "", ""]);
        foreach (LayerSummary layer in Layers)
            rows.Add([layer.Layer, Shape(layer.OutputShape), Number(layer.ParameterCount), Number(layer.MultiplyAdds), layer.Keeps]);
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (2 * (widths.Length - 1)));

        var text = new StringBuilder();
        text.Append(Name).Append('\n');
        for (int i = 0; i < rows.Count; i++)
        {
            if (i <= 1)
                text.Append(rule).Append('\n');
            text.Append(Line(rows[i], widths)).Append('\n');
        }
        text.Append(rule).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{Number(ParameterCount)} parameters ({Number(ParameterCount * sizeof(float))} bytes), {Number(MultiplyAdds)} multiply-adds per row");
        if (Loss is not null)
            text.Append(", ").Append(Loss);
        return text.ToString();
    }

    private static string Line(string[] cells, int[] widths)
    {
        const int firstNumber = 2, lastNumber = 3;
        var line = new StringBuilder();
        for (int i = 0; i < cells.Length; i++)
        {
            bool number = i is >= firstNumber and <= lastNumber;
            line.Append(number ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i])).Append("  ");
        }
        return line.ToString().TrimEnd();
    }

    private static string Shape(IReadOnlyList<int> shape) => string.Join(" × ", shape.Select(static size => size.ToString(CultureInfo.InvariantCulture)));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
