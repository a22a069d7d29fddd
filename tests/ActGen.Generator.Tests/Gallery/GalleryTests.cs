using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActGen.Testing;
using ActGen.Tools;

namespace ActGen.Generator.Tests.Gallery;

/// <summary>The pages in <c>docs/activations</c> say what the formulas are now. <c>ACTGEN_UPDATE=1 dotnet test --filter GalleryTests</c> writes them anew.</summary>
public sealed partial class GalleryTests
{
    private static readonly string Folder = Repository.PathOf("docs", "activations");

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(ActGen.Gallery.Gallery.Files);

    public static TheoryData<string> Names => [.. Files.Value.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_is_current(string name) => Snapshot.AssertFile(Path.Combine(Folder, name), Files.Value[name]);

    [Fact]
    public void No_page_outlives_its_formula() =>
        Assert.Empty(ActGen.Gallery.Gallery.Written(Folder).Except(Files.Value.Keys));

    [Fact]
    public void Every_formula_has_a_page_and_a_picture() => Assert.All(
        FormulaContract.BuiltInSources.Keys,
        name => Assert.True(Files.Value.ContainsKey(name + ".md") && Files.Value.ContainsKey(name + ".svg"), name));

    [Theory]
    [InlineData("Softmax")]
    [InlineData("LogSoftmax")]
    [InlineData("Softmin")]
    [InlineData("Sparsemax")]
    [InlineData("GLU")]
    [InlineData("SwiGLU")]
    [InlineData("GEGLU")]
    [InlineData("ReGLU")]
    [InlineData("CReLU")]
    [InlineData("Maxout")]
    [InlineData("RReLU")]
    public void So_have_those_of_a_whole_row(string name) => Assert.True(Files.Value.ContainsKey(name + ".md"));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Text_does_not_depend_on_the_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach ((string name, string text) in ActGen.Gallery.Gallery.Files())
                Assert.True(text == Files.Value[name], name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        foreach ((string name, string text) in Files.Value.Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (Match link in Link().Matches(text))
            {
                string target = Path.Combine(Folder, link.Groups[1].Value);
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{name}: {link.Groups[1].Value}");
            }
        }
    }

    [Fact]
    public void Pictures_are_well_formed_and_small() => Assert.All(
        Files.Value.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)),
        file =>
        {
            XElement picture = XElement.Parse(file.Value);
            Assert.Equal("svg", picture.Name.LocalName);
            Assert.DoesNotContain("NaN", file.Value);
            Assert.True(file.Value.Length < (file.Key == "comparison.svg" ? 100_000 : 12_000), $"{file.Key} has {file.Value.Length} characters");
        });

    /// <summary>At a jump the line ends, and both ends are marked; at a kink it goes on.</summary>
    [Theory]
    [InlineData("ThresholdedReLU", 2, 1, 1)]
    [InlineData("HardShrink", 3, 2, 2)]
    [InlineData("ReLU", 1, 0, 0)]
    [InlineData("SELU", 1, 0, 0)]
    public void Jumps_are_gaps_with_marked_ends(string name, int pieces, int full, int empty)
    {
        XElement picture = XElement.Parse(Files.Value[name + ".svg"]);
        XElement curve = picture.Elements().Where(element => element.Name.LocalName == "svg").Elements().Single(path => path.Attribute("class")!.Value == "f");
        Assert.Equal(pieces, curve.Attribute("d")!.Value.Count(letter => letter == 'M'));
        Assert.Equal(full, Circles("at"));
        Assert.Equal(empty, Circles("end"));

        int Circles(string style) => picture.Elements().Count(element => element.Name.LocalName == "circle" && element.Attribute("class")!.Value == style);
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
