using ActGen.Gallery.Drawing;

namespace ActGen.Peers.Report;

/// <summary>The ratios of a run as bars on a logarithmic axis, each with the mark that it is to reach.</summary>
internal static class ResultPlot
{
    private const double Width = 965, Left = 450, Right = 50, RowHeight = 17, GroupGap = 34, Top = 84, Bottom = 30;
    private const string Reached = "#2f81f7", Missed = "#d9730d";

    public static void Write(ResultFile file) => File.WriteAllText(file.Place(".svg"), Of(file.Results));

    private static string Of(IReadOnlyList<Result> results)
    {
        IGrouping<string, Result>[] groups = [.. results.GroupBy(result => result.Group)];
        double height = Top + (groups.Length * GroupGap) + (results.Count * RowHeight) + Bottom;
        double low = Math.Log10(Math.Min(0.5, results.Min(result => result.Ratio))), high = Math.Log10(results.Max(result => Math.Max(result.Ratio, result.LeastRatio)) * 1.3);
        Frame frame = new(Left, Top, Width - Left - Right, height - Top - Bottom, low, high, 0, 1);
        SvgWriter svg = new(Width, height, "Time of each peer divided by ActGen's, logarithmic; a stroke marks what is to be reached");
        Axis(svg, frame);
        double y = Top;
        foreach (IGrouping<string, Result> group in groups)
        {
            y += GroupGap;
            svg.Text(8, y - 8, group.Key, attributes: " style=\"font-weight:600\"");
            foreach (Result result in group)
            {
                Bar(svg, frame, result, y);
                y += RowHeight;
            }
        }
        return svg.Finish();
    }

    private static void Axis(SvgWriter svg, Frame frame)
    {
        svg.Text(8, 18, "Time of each peer ÷ time of ActGen: right of 1, ActGen is faster.", attributes: " style=\"font-weight:600\"");
        Key(svg, 8, Reached, "every mark is reached");
        Key(svg, 190, Missed, "a mark is missed: ratio, time, or share of peak");
        svg.Segment("axis", 530, 30, 530, 45);
        svg.Text(540, 42, "the ratio to reach");
        foreach (double tick in new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500 }.Where(tick => Math.Log10(tick) >= frame.MinX && Math.Log10(tick) <= frame.MaxX))
        {
            double x = frame.X(Math.Log10(tick));
            svg.Segment(tick == 1 ? "axis" : "grid", x, frame.Top, x, frame.Bottom);
            svg.Text(x, frame.Top - 8, $"{tick}", "middle");
            svg.Text(x, frame.Bottom + 16, $"{tick}", "middle");
        }
    }

    private static void Key(SvgWriter svg, double x, string colour, string text)
    {
        svg.Box(x, 32, 22, RowHeight - 6, colour);
        svg.Text(x + 30, 42, text);
    }

    private static void Bar(SvgWriter svg, Frame frame, Result result, double y)
    {
        double middle = y + (RowHeight / 2), one = frame.X(0), end = frame.X(Math.Log10(result.Ratio)), mark = frame.X(Math.Log10(result.LeastRatio));
        svg.Text(frame.Left - 8, middle + 4, result.Peer.StartsWith("one ", StringComparison.Ordinal) ? result.Work : $"{result.Work} · {result.Peer}", "end");
        svg.Box(Math.Min(one, end), y + 3, Math.Max(1, Math.Abs(end - one)), RowHeight - 6, result.IsMissed ? Missed : Reached);
        svg.Segment("axis", mark, y + 1, mark, y + RowHeight - 1);
        svg.Text(Math.Max(Math.Max(one, end), mark) + 6, middle + 4, $"{result.Ratio.ToString(result.Ratio < 10 ? "0.00" : "0.0")}");
    }
}
