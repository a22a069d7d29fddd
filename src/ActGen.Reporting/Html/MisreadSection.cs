using ActGen.Reporting.Drawing;

namespace ActGen.Reporting.Html;

/// <summary>The images of which the network was surest, and wrong.</summary>
internal static class MisreadSection
{
    public static void Write(HtmlWriter html, ReportRun run)
    {
        if (run.Misread.Count == 0)
            return;
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Most confused images");
            html.Leaf("p", "The mistakes of which the network was surest. Some will turn out to be wrong labels.", ("class", "note"));
            using (html.Open("div", ("class", "pictures")))
            {
                foreach (MisreadImage image in run.Misread)
                {
                    using (html.Open("figure"))
                    {
                        html.Empty("img", ("src", "data:image/png;base64," + Convert.ToBase64String(PngImage.Of(image.Picture))), ("alt", $"{image.Actual}, taken for {image.Predicted}"));
                        html.Leaf("figcaption", $"is {image.Actual}, said {image.Predicted} ({Numbers.Percent(image.Probability)})");
                    }
                }
            }
        }
    }
}
