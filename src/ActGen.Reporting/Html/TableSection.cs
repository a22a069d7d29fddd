namespace ActGen.Reporting.Html;

/// <summary>A table of the report's author.</summary>
internal static class TableSection
{
    public static void Write(HtmlWriter html, ReportTable table)
    {
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", table.Title);
            if (table.Note is { } note)
                html.Leaf("p", note, ("class", "note"));
            Write(html, table.Headers, table.Rows);
        }
    }

    public static void Write(HtmlWriter html, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using (html.Open("div", ("class", "wide")))
        using (html.Open("table"))
        {
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (string header in headers)
                    html.Leaf("th", header, ("scope", "col"));
            }
            using (html.Open("tbody"))
            {
                foreach (IReadOnlyList<string> row in rows)
                {
                    using (html.Open("tr"))
                    {
                        for (int i = 0; i < row.Count; i++)
                        {
                            if (i == 0)
                                html.Leaf("th", row[i], ("scope", "row"));
                            else
                                html.Leaf("td", row[i]);
                        }
                    }
                }
            }
        }
    }
}
