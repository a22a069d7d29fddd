using ActGen.Reporting.Drawing;

namespace ActGen.Reporting.Html;

/// <summary>The curves of the network's activations.</summary>
internal static class ActivationSection
{
    public static void Write(HtmlWriter html, ReportRun run)
    {
        LayerActivation[] activations = [.. run.Summary.Layers.Select(layer => layer.Activation).OfType<LayerActivation>().DistinctBy(activation => activation.Name)];
        if (activations.Length == 0)
            return;
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", activations.Length == 1 ? "Activation" : "Activations");
            using (html.Open("ul", ("class", "legend")))
            {
                LineChart.LegendEntry(html, 0, "f(x)");
                LineChart.LegendEntry(html, 1, "f′(x)", isThin: true);
            }
            using (html.Open("div", ("class", "small")))
            {
                foreach (LayerActivation activation in activations)
                    FormulaPlot.Write(html, activation);
            }
        }
    }
}
