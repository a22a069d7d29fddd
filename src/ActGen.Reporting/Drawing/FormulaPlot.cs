using ActGen.Reporting.Html;

namespace ActGen.Reporting.Drawing;

/// <summary>An activation and its derivative over the inputs that layers see.</summary>
internal static class FormulaPlot
{
    private const double Width = 220, Height = 150, Reach = 5;
    private const int Samples = 400;

    public static void Write(HtmlWriter html, LayerActivation activation)
    {
        float[] xs = [.. Enumerable.Range(0, Samples + 1).Select(i => (float)(Reach * ((2.0 * i / Samples) - 1)))];
        var values = new float[xs.Length];
        var slopes = new float[xs.Length];
        activation.Apply(xs, values);
        activation.Derivative(xs, slopes);
        float[] finite = [.. values.Concat(slopes).Where(float.IsFinite)];
        double low = Math.Max(finite.DefaultIfEmpty(0).Min(), -Reach), high = Math.Min(finite.DefaultIfEmpty(1).Max(), Reach);
        double margin = 0.08 * Math.Max(high - low, 0.1);
        var frame = new Frame(24, 4, Width - 30, Height - 22, -Reach, Reach, Math.Min(low, 0) - margin, Math.Max(high, 0) + margin);
        using (html.Open("figure"))
        {
            html.Leaf("figcaption", activation.Name);
            using (html.Open("svg", ("viewBox", $"0 0 {Numbers.Pixel(Width)} {Numbers.Pixel(Height)}"), ("role", "img"), ("aria-label", $"{activation.Name} and its derivative, x from −5 to 5")))
            {
                foreach (double x in new[] { -4.0, -2, 0, 2, 4 })
                    Tick(html, x == 0, $"M{Numbers.Pixel(frame.X(x))} {Numbers.Pixel(frame.Top)}V{Numbers.Pixel(frame.Bottom)}", Numbers.Tick(x), frame.X(x), frame.Bottom + 13, "middle");
                foreach (double y in Ticks.Between(frame.MinY, frame.MaxY, 4))
                    Tick(html, y == 0, $"M{Numbers.Pixel(frame.Left)} {Numbers.Pixel(frame.Y(y))}H{Numbers.Pixel(frame.Right)}", Numbers.Tick(y), frame.Left - 4, frame.Y(y) + 4, "end");
                Curve(html, frame, xs, slopes, 1, "curve thin");
                Curve(html, frame, xs, values, 0, "curve");
            }
        }
    }

    private static void Tick(HtmlWriter html, bool isAxis, string path, string text, double x, double y, string anchor)
    {
        html.Empty("path", ("class", isAxis ? "axis" : "grid"), ("d", path));
        html.Leaf("text", text, ("x", Numbers.Pixel(x)), ("y", Numbers.Pixel(y)), ("text-anchor", anchor));
    }

    /// <summary>What lies outside the frame, or is not a number, interrupts the line.</summary>
    private static void Curve(HtmlWriter html, Frame frame, float[] xs, float[] ys, int colour, string style)
    {
        string path = "";
        bool isInside = false;
        for (int i = 0; i < xs.Length; i++)
        {
            bool wasInside = isInside;
            isInside = ys[i] >= frame.MinY && ys[i] <= frame.MaxY;
            if (isInside)
                path += $"{(wasInside ? 'L' : 'M')}{Numbers.Pixel(frame.X(xs[i]))} {Numbers.Pixel(frame.Y(ys[i]))}";
        }
        if (path.Length > 0)
            html.Empty("path", ("class", style), ("style", LineChart.StyleOf(colour)), ("d", path));
    }
}
