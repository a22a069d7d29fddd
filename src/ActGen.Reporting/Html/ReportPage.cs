namespace ActGen.Reporting.Html;

/// <summary>The whole page, top to bottom.</summary>
internal static class ReportPage
{
    public static string Of(HtmlReport report)
    {
        var html = new HtmlWriter();
        html.Raw("<!DOCTYPE html>");
        using (html.Open("html", ("lang", "en")))
        {
            using (html.Open("head"))
            {
                html.Empty("meta", ("charset", "utf-8"));
                html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Leaf("title", report.Title);
                using (html.Open("style"))
                    html.Raw(ReportStyle.Text);
            }
            using (html.Open("body"))
            using (html.Open("main"))
                Body(html, report);
        }
        return html.ToString();
    }

    private static void Body(HtmlWriter html, HtmlReport report)
    {
        html.Leaf("h1", report.Title);
        if (report.Introduction is { } introduction)
            html.Leaf("p", introduction, ("class", "soft"));
        foreach (ReportTable table in report.Tables)
            TableSection.Write(html, table);
        if (report.Runs.Count == 1)
        {
            RunSection.Write(html, report.Runs[0]);
            return;
        }
        ComparisonSection.Write(html, report.Runs);
        foreach (ReportRun run in report.Runs)
        {
            using (html.Open("details"))
            {
                html.Leaf("summary", run.Name);
                RunSection.Write(html, run);
            }
        }
    }
}
