using ActGen.Reporting.Html;

namespace ActGen.Reporting.Drawing;

/// <summary>Lines over epochs.</summary>
internal static class LineChart
{
    private const double Width = 520, Height = 280, Left = 52, Right = 12, Top = 10, Bottom = 34;

    /// <summary>Room above and below a line that never changes, as a share of its value.</summary>
    private const double FlatMargin = 0.05;

    /// <summary>A figure with its caption; nothing where no line has a value.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Its caption.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="tick">How the vertical axis writes its numbers; null: as they are.</param>
    public static void Write(HtmlWriter html, string title, IReadOnlyList<Series> lines, Func<double, string>? tick = null)
    {
        double[] finite = [.. lines.SelectMany(line => line.Values).Where(double.IsFinite)];
        if (finite.Length == 0)
            return;
        Frame frame = FrameOf(finite, lines.Max(line => line.Values.Count));
        using (html.Open("figure"))
        {
            html.Leaf("figcaption", title);
            using (html.Open("svg", ("viewBox", $"0 0 {Numbers.Pixel(Width)} {Numbers.Pixel(Height)}"), ("role", "img"), ("aria-label", Description(title, lines))))
            {
                Axes(html, frame, tick ?? Numbers.Tick);
                foreach (Series line in lines)
                    Line(html, frame, line);
            }
        }
    }

    /// <summary>A line of the legend.</summary>
    public static void LegendEntry(HtmlWriter html, int colour, string name, bool isThin = false)
    {
        using (html.Open("li"))
        {
            using (html.Open("svg", ("viewBox", "0 0 26 10"), ("aria-hidden", "true")))
                html.Empty("path", ("class", ClassOf(colour, isThin)), ("style", StyleOf(colour)), ("d", "M1 5L25 5"));
            html.Leaf("span", name);
        }
    }

    public static string StyleOf(int colour) => $"stroke:var(--c{colour % ReportStyle.Colours})";

    private static string ClassOf(int colour, bool isThin) => isThin || colour >= ReportStyle.Colours ? "curve thin" : "curve";

    private static Frame FrameOf(double[] values, int epochs)
    {
        double low = values.Min(), high = values.Max();
        double margin = high > low ? 0.06 * (high - low) : high == 0 ? FlatMargin : FlatMargin * Math.Abs(high);
        double bottom = low >= 0 ? Math.Max(0, low - margin) : low - margin;
        return new Frame(Left, Top, Width - Left - Right, Height - Top - Bottom, 1, Math.Max(2, epochs), bottom, high + margin);
    }

    private static void Axes(HtmlWriter html, Frame frame, Func<double, string> tick)
    {
        foreach (double y in Ticks.Between(frame.MinY, frame.MaxY, 6))
        {
            Segment(html, "grid", frame.Left, frame.Y(y), frame.Right, frame.Y(y));
            html.Leaf("text", tick(y), ("x", Numbers.Pixel(frame.Left - 8)), ("y", Numbers.Pixel(frame.Y(y) + 4)), ("text-anchor", "end"));
        }
        foreach (double x in Ticks.Between(frame.MinX, frame.MaxX, 10, smallest: 1))
            html.Leaf("text", Numbers.Tick(x), ("x", Numbers.Pixel(frame.X(x))), ("y", Numbers.Pixel(frame.Bottom + 16)), ("text-anchor", "middle"));
        Segment(html, "axis", frame.Left, frame.Bottom, frame.Right, frame.Bottom);
        html.Leaf("text", "epoch", ("x", Numbers.Pixel(frame.Right)), ("y", Numbers.Pixel(frame.Bottom + 31)), ("text-anchor", "end"));
    }

    /// <summary>One path; where a value is missing the line is interrupted. A single epoch is a point.</summary>
    private static void Line(HtmlWriter html, Frame frame, Series line)
    {
        string path = "";
        for (int i = 0; i < line.Values.Count; i++)
        {
            if (!double.IsFinite(line.Values[i]))
                continue;
            string point = $"{Numbers.Pixel(frame.X(i + 1))} {Numbers.Pixel(frame.Y(line.Values[i]))}";
            path += i > 0 && double.IsFinite(line.Values[i - 1]) ? $"L{point}" : $"M{point}h0.01";
        }
        if (path.Length == 0)
            return;
        using (html.Open("path", ("class", ClassOf(line.Colour, line.IsThin)), ("style", StyleOf(line.Colour)), ("d", path)))
            html.Leaf("title", line.Name);
    }

    private static void Segment(HtmlWriter html, string style, double x1, double y1, double x2, double y2) =>
        html.Empty("path", ("class", style), ("d", $"M{Numbers.Pixel(x1)} {Numbers.Pixel(y1)}L{Numbers.Pixel(x2)} {Numbers.Pixel(y2)}"));

    /// <summary>The picture in words: where each line begins and ends.</summary>
    private static string Description(string title, IReadOnlyList<Series> lines) =>
        $"{title} over {Numbers.Count(lines.Max(line => line.Values.Count))} epochs. " + string.Join(" ", lines.Where(line => line.Values.Any(double.IsFinite)).Select(line =>
            $"{line.Name}: from {Numbers.Short(line.Values.First(double.IsFinite))} to {Numbers.Short(line.Values.Last(double.IsFinite))}."));
}
