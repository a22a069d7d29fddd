using System.Globalization;

namespace ActGen.Reporting.Html;

/// <summary>Which class was taken for which.</summary>
internal static class ConfusionSection
{
    /// <summary>More classes are not a table that anybody reads.</summary>
    private const int MostClasses = 40;

    public static void Write(HtmlWriter html, ReportRun run)
    {
        if (run.Evaluation?.ConfusionMatrix is not { Classes: <= MostClasses } matrix)
            return;
        int[] classes = [.. Enumerable.Range(0, matrix.Classes)];
        using (html.Open("section", ("class", "card")))
        {
            html.Leaf("h2", "Confusion matrix");
            html.Leaf("p", "Rows: what it is. Columns: what the network said. Green are right decisions, red mistakes, the stronger the larger their share of the row.", ("class", "note"));
            using (html.Open("div", ("class", "wide")))
            using (html.Open("table", ("class", "confusion")))
            {
                using (html.Open("thead"))
                using (html.Open("tr"))
                {
                    html.Leaf("th", "actual", ("scope", "col"));
                    foreach (int predicted in classes)
                        html.Leaf("th", matrix.Name(predicted), ("scope", "col"));
                    html.Leaf("th", "recall", ("scope", "col"));
                }
                using (html.Open("tbody"))
                {
                    foreach (int actual in classes)
                        Row(html, matrix, actual, classes);
                }
                using (html.Open("tfoot"))
                using (html.Open("tr"))
                {
                    html.Leaf("th", "precision", ("scope", "row"));
                    foreach (int predicted in classes)
                        html.Leaf("td", Share(matrix.Precision(predicted)));
                    html.Leaf("td", "");
                }
            }
        }
    }

    private static void Row(HtmlWriter html, ConfusionMatrix matrix, int actual, int[] classes)
    {
        long rows = classes.Sum(predicted => matrix[actual, predicted]);
        using (html.Open("tr"))
        {
            html.Leaf("th", matrix.Name(actual), ("scope", "row"));
            foreach (int predicted in classes)
            {
                long count = matrix[actual, predicted];
                if (count == 0)
                    html.Leaf("td", "·", ("class", "soft"), ("aria-label", "0"));
                else
                    html.Leaf("td", Numbers.Count(count), ("style", Background((double)count / rows, actual == predicted)));
            }
            html.Leaf("td", Share(matrix.Recall(actual)));
        }
    }

    /// <summary>Mistakes are rare: their colour grows with the root of their share.</summary>
    private static string Background(double share, bool isRight)
    {
        double strength = isRight ? 12 + (48 * share) : 8 + (72 * Math.Sqrt(share));
        return $"background:color-mix(in srgb, var(--{(isRight ? "good" : "hot")}) {strength.ToString("0", CultureInfo.InvariantCulture)}%, var(--card))";
    }

    private static string Share(double share) => double.IsNaN(share) ? Numbers.None : Numbers.Percent(share);
}
