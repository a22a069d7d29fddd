using ActGen.Gallery.Catalogue;

namespace ActGen.Gallery.Drawing;

/// <summary>All activations side by side at one scale, so that they can be compared at a glance.</summary>
internal static class ComparisonPlot
{
    private const int Columns = 6;

    /// <summary>A unit of x is as long as a unit of y, so that slope 1 is a diagonal.</summary>
    private const double CellWidth = 158, CellHeight = 140, Gap = 14, Label = 18;

    public static string Of(IReadOnlyList<Activation> activations)
    {
        int rows = (activations.Count + Columns - 1) / Columns;
        var svg = new SvgWriter((Columns * CellWidth) + Gap, (rows * CellHeight) + Gap, "All activations and their derivatives, x from −4 to 4, y from −2 to 4");
        for (int i = 0; i < activations.Count; i++)
            Cell(svg, activations[i], Gap + (i % Columns * CellWidth), Gap + (i / Columns * CellHeight));
        return svg.Finish();
    }

    private static void Cell(SvgWriter svg, Activation activation, double left, double top)
    {
        var frame = new Frame(left, top + Label, CellWidth - Gap, CellHeight - Gap - Label, -4, 4, -2, 4);
        svg.Text(left, top + 11, activation.Name);
        for (double x = -4; x <= 4; x += 2)
            svg.Segment(x == 0 ? "axis" : "grid", frame.X(x), frame.Top, frame.X(x), frame.Bottom);
        for (double y = -2; y <= 4; y += 2)
            svg.Segment(y == 0 ? "axis" : "grid", frame.Left, frame.Y(y), frame.Right, frame.Y(y));
        ActivationPlot.Curves(svg, frame, activation, radius: 2);
    }
}
