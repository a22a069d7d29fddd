using System.Globalization;

namespace ActGen.Reporting.Html;

/// <summary>The gradient over layers and epochs as a map of colours: blue where it vanishes, red where it explodes.</summary>
internal static class GradientFlow
{
    private const double Label = 190, CellHeight = 26, Header = 22, Widest = 56, Room = 820;

    /// <summary>Powers of ten to full colour.</summary>
    private const double Decades = 3;

    /// <summary>Narrower cells show no numbers.</summary>
    private const double TextWidth = 38;

    public static void Write(HtmlWriter html, ReportRun run)
    {
        IReadOnlyList<EpochResult> epochs = run.History.Epochs;
        if (epochs.Count == 0 || epochs[0].Layers.Count == 0)
            return;
        IReadOnlyList<LayerSummary?> rows = Flow.Rows(run);
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Gradient flow");
            html.Leaf("p", "Root mean square of the loss's gradient by each layer's outputs, divided by that at the network's output; layers from input (top) to output, epochs from left to right. Blue: a thousandth and less reaches the layer. Red: a thousand times and more. The first column is what the compiler predicted for the new network.", ("class", "note"));
            double cell = Math.Min(Widest, Room / (epochs.Count + 1));
            double width = Label + (cell * (epochs.Count + 1)) + 12, height = Header + (CellHeight * rows.Count) + 4;
            using (html.Open("div", ("class", "wide")))
            using (html.Open("svg", ("viewBox", $"0 0 {Numbers.Pixel(width)} {Numbers.Pixel(height)}"), ("style", $"max-width:{Numbers.Pixel(width)}px;min-width:{Numbers.Pixel(Math.Min(width, 520))}px"), ("role", "img"),
                ("aria-label", Description(epochs, rows))))
            {
                Head(html, epochs.Count, cell);
                for (int layer = 0; layer < rows.Count; layer++)
                {
                    double top = Header + (layer * CellHeight);
                    html.Leaf("text", epochs[0].Layers[layer].Layer, ("x", "0"), ("y", Numbers.Pixel(top + 17)));
                    Cell(html, Label, top, cell - 6, rows[layer]?.Gradient?.Value, "predicted");
                    for (int epoch = 0; epoch < epochs.Count; epoch++)
                        Cell(html, Label + ((epoch + 1) * cell), top, cell, Flow.Of(epochs[epoch])[layer], "epoch " + Numbers.Count(epochs[epoch].Epoch));
                }
            }
        }
    }

    private static void Head(HtmlWriter html, int epochs, double cell)
    {
        html.Leaf("text", "new", ("x", Numbers.Pixel(Label + (cell / 2) - 3)), ("y", "14"), ("text-anchor", "middle"));
        foreach (double epoch in Drawing.Ticks.Between(1, epochs, (int)Math.Clamp(epochs * cell / 32, 1, 20), smallest: 1).Where(epoch => epoch >= 1))
            html.Leaf("text", Numbers.Tick(epoch), ("x", Numbers.Pixel(Label + ((epoch + 0.5) * cell))), ("y", "14"), ("text-anchor", "middle"));
    }

    private static void Cell(HtmlWriter html, double left, double top, double width, double? gradient, string when)
    {
        using (html.Open("rect", ("class", "cell"), ("x", Numbers.Pixel(left)), ("y", Numbers.Pixel(top)), ("width", Numbers.Pixel(width)), ("height", Numbers.Pixel(CellHeight)), ("rx", "3"), ("style", "fill:" + Colour(gradient))))
            html.Leaf("title", $"{when}: {Numbers.Short(gradient)}");
        if (width >= TextWidth)
            html.Leaf("text", Numbers.Short(gradient), ("class", "value"), ("x", Numbers.Pixel(left + (width / 2))), ("y", Numbers.Pixel(top + 17)));
    }

    /// <summary>A mixture of the page's own colours, so that it suits both themes.</summary>
    private static string Colour(double? gradient)
    {
        if (gradient is not { } value || double.IsNaN(value))
            return "transparent";
        double decades = value <= 0 ? -Decades : Math.Clamp(Math.Log10(value), -Decades, Decades);
        // A factor of 2 is to be seen, and a factor of 1000 to be more.
        string share = (90 * Math.Pow(Math.Abs(decades) / Decades, 0.7)).ToString("0", CultureInfo.InvariantCulture);
        return $"color-mix(in srgb, var(--{(decades < 0 ? "cold" : "hot")}) {share}%, var(--neutral))";
    }

    private static string Description(IReadOnlyList<EpochResult> epochs, IReadOnlyList<LayerSummary?> rows)
    {
        IReadOnlyList<double?> first = Flow.Of(epochs[0]), last = Flow.Of(epochs[^1]);
        return "Gradient relative to the output, first and last epoch. " + string.Join(" ", rows.Select((_, layer) =>
            $"{epochs[0].Layers[layer].Layer}: {Numbers.Short(first[layer])}, {Numbers.Short(last[layer])}."));
    }
}
