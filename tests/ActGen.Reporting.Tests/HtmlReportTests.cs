using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActGen.Reporting.Tests;

/// <summary>The report as a file: well-formed, closed in itself, readable without eyes, the same for the same runs.</summary>
public sealed class HtmlReportTests
{
    private static readonly ReportRun Run = Trained.Run();

    public static TheoryData<string, string> Reports => new()
    {
        { "nothing", new HtmlReport("empty").ToString() },
        { "one run", new HtmlReport("one") { Runs = [Run] }.ToString() },
        { "a regression", new HtmlReport("plain") { Runs = [Trained.PlainRun()] }.ToString() },
        {
            "several", new HtmlReport("sev<eral> & \"more\"")
            {
                Introduction = "</p><script>alert(1)</script>",
                Tables = [new("<b>", ["&", "\""], [["<i>", "\u0001'"]]) { Note = "<u>" }],
                Runs = [.. Enumerable.Range(0, 12).Select(i => Run with { Name = $"run <{i}>" })],
            }.ToString()
        },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Markup_is_well_formed_and_nothing_leads_outside(string name, string html)
    {
        Assert.StartsWith("<!DOCTYPE html>", html);
        XElement page = Parse(html);
        Assert.Equal("html", page.Name.LocalName);
        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("link"));
        Assert.DoesNotMatch(@"https?:|//|@import|url\(", Regex.Replace(html, "data:image/png;base64,[A-Za-z0-9+/=]*", ""));
        foreach (XAttribute attribute in page.Descendants().Attributes())
        {
            if (attribute.Name.LocalName is "src" or "href")
                Assert.StartsWith("data:image/png;base64,", attribute.Value);
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal), $"{name}: {attribute}");
        }
        Assert.Equal(page.Descendants("h1").Single().Value, page.Descendants("title").First().Value);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Pictures_speak_and_headings_have_scopes(string name, string html)
    {
        XElement page = Parse(html);
        Assert.Equal("en", page.Attribute("lang")!.Value);
        Assert.All(page.Descendants("svg"), svg => Assert.True(svg.Attribute("aria-hidden") is not null || svg.Attribute("aria-label")!.Value.Length > 10, name));
        Assert.All(page.Descendants("img"), image => Assert.NotEqual("", image.Attribute("alt")!.Value));
        Assert.All(page.Descendants("th"), cell => Assert.Contains(cell.Attribute("scope")!.Value, new[] { "row", "col" }));
        Assert.DoesNotContain("NaN", string.Concat(page.Descendants("path").Select(path => path.Attribute("d")!.Value)));
    }

    [Fact]
    public void Text_stays_text()
    {
        XElement page = Parse(new HtmlReport("<t> & 'q' \"d\"") { Introduction = "a\u0000b</p>", Runs = [Run] }.ToString());
        Assert.Equal("<t> & 'q' \"d\"", page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("p"), paragraph => paragraph.Value == "a\uFFFDb</p>");
        Assert.Contains(page.Descendants("th"), cell => cell.Value == "cats & <dogs>");
    }

    [Fact]
    public void All_sections_of_a_run_are_there()
    {
        XElement page = Parse(new HtmlReport("one") { Runs = [Run] }.ToString());
        Assert.Equal(["Training", "Gradient flow", "Confusion matrix", "Most confused images", "Activations", "Layers"], page.Descendants("h2").Select(heading => heading.Value));
        // Three layers, each predicted and four epochs.
        Assert.Equal(3 * 5, page.Descendants("rect").Count());
        Assert.Equal(["ReLU", "Tanh"], page.Descendants("section").Single(section => section.Element("h2")!.Value == "Activations").Descendants("figcaption").Select(caption => caption.Value));
    }

    [Fact]
    public void A_network_without_telemetry_says_what_it_takes()
    {
        XElement page = Parse(new HtmlReport("plain") { Runs = [Trained.PlainRun()] }.ToString());
        Assert.Equal(["Training", "Layers"], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Contains("Telemetry = true", page.Value);
    }

    [Fact]
    public void The_counts_of_the_matrix_are_those_of_the_evaluation()
    {
        XElement page = Parse(new HtmlReport("one") { Runs = [Run] }.ToString());
        ConfusionMatrix matrix = Run.Evaluation!.ConfusionMatrix!;
        XElement[] rows = [.. page.Descendants("table").Single(table => table.Attribute("class")?.Value == "confusion").Element("tbody")!.Elements("tr")];
        for (int actual = 0; actual < 3; actual++)
        {
            Assert.Equal(
                Enumerable.Range(0, 3).Select(predicted => matrix[actual, predicted] is var count and not 0 ? count.ToString(CultureInfo.InvariantCulture) : "·"),
                rows[actual].Elements("td").Take(3).Select(cell => cell.Value));
        }
    }

    [Fact]
    public void The_surest_mistakes_come_first()
    {
        Assert.NotEmpty(Run.Misread);
        Assert.Equal(Run.Misread.OrderByDescending(image => image.Probability), Run.Misread);
        Assert.All(Run.Misread, image => Assert.NotEqual(image.Actual, image.Predicted));
        Assert.Equal(60 - (int)Math.Round(60 * Run.Evaluation!.Accuracy!.Value), ReportRun.Of("all", Trained.Classifier().Network, Run.History, Trained.Images, mistakes: 1000).Misread.Count);
    }

    [Fact]
    public void The_same_runs_give_the_same_text_under_every_culture()
    {
        string expected = new HtmlReport("one") { Runs = [Run] }.ToString();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, new HtmlReport("one") { Runs = [Run] }.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Saving_replaces_the_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            var report = new HtmlReport("one") { Runs = [Run] };
            report.Save(path);
            report.Save(path);
            Assert.Equal(report.ToString(), File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Images_must_be_as_many_as_rows() =>
        Assert.Contains("40 images", Assert.Throws<ArgumentException>(() => ReportRun.Of("x", new Observed(), Run.History, Trained.Images, Trained.Numbers)).Message);

    private static XElement Parse(string html) => XDocument.Parse(html[html.IndexOf('\n')..]).Root!;
}
