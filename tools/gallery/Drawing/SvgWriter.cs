using System.Globalization;
using System.Security;
using System.Text;

namespace ActGen.Gallery.Drawing;

/// <summary>Writes an SVG by hand: one element a line, two decimals, colours that are legible on white and on black.</summary>
internal sealed class SvgWriter
{
    private const string Style = """
        <style>
        text{font:12px system-ui,sans-serif;fill:#7a828c}
        .grid{stroke:#7a828c;stroke-opacity:.22}
        .axis{stroke:#7a828c;stroke-opacity:.8}
        .f,.d{fill:none;stroke-width:2.25;stroke-linejoin:round}
        .f{stroke:#2f81f7}
        .d{stroke:#d9730d;stroke-width:1.75;stroke-dasharray:6 4}
        .at{fill:#2f81f7}
        .end{fill:none;stroke:#2f81f7;stroke-width:1.5}
        </style>
        """;

    private readonly StringBuilder _text = new();

    public SvgWriter(double width, double height, string title)
    {
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Number(width)} {Number(height)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" role=\"img\">");
        Line($"<title>{SecurityElement.Escape(title)}</title>");
        foreach (string line in Style.Split('\n'))
            Line(line.TrimEnd('\r'));
    }

    public void Segment(string style, double x1, double y1, double x2, double y2) =>
        Line($"<path class=\"{style}\" d=\"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}\"/>");

    public void Text(double x, double y, string text, string anchor = "start", string attributes = "") =>
        Line($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\"{attributes}>{SecurityElement.Escape(text)}</text>");

    public void Box(double x, double y, double width, double height, string colour) =>
        Line($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" fill=\"{colour}\"/>");

    public void Circle(string style, double x, double y, double radius) =>
        Line($"<circle class=\"{style}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");

    /// <summary>Lines that end at the frame. A nested picture clips what it shows, and needs no name that other pictures could have too.</summary>
    public void Clipped(Frame frame, string style, IEnumerable<IReadOnlyList<(double X, double Y)>> lines)
    {
        string path = string.Concat(lines.Select(Path));
        if (path.Length == 0)
            return;
        string box = $"{Number(frame.Left)} {Number(frame.Top)} {Number(frame.Width)} {Number(frame.Height)}";
        Line($"<svg x=\"{Number(frame.Left)}\" y=\"{Number(frame.Top)}\" width=\"{Number(frame.Width)}\" height=\"{Number(frame.Height)}\" viewBox=\"{box}\"><path class=\"{style}\" d=\"{path}\"/></svg>");
    }

    public string Finish()
    {
        Line("</svg>");
        return _text.ToString();
    }

    private static string Path(IReadOnlyList<(double X, double Y)> points) =>
        string.Concat(points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{Number(point.X)} {Number(point.Y)}"));

    private static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private void Line(string line) => _text.Append(line).Append('\n');
}
