using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ActGen.Runtime.Tests.Data;

public sealed class CsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("1,2.5,0\n-3e2,.5,1\n")]
    [InlineData("1,2.5,0\r\n-3e2,.5,1")]
    [InlineData("1,2.5,0\r-3e2,.5,1\r")]
    [InlineData("a,b,label\n1,2.5,0\n\n-3e2,.5,1\n\n")]
    [InlineData("\"1\",\"2.5\",\"0\"\n\" -300 \",0.5 ,1.0")]
    public void Numbers_and_a_label(string text)
    {
        Dataset data = Read(text);
        Assert.Equal([1f, 2.5f, -300f, 0.5f], data.AllFeatures.ToArray());
        Assert.Equal([0, 1], data.AllLabels.ToArray());
        Assert.Equal(2, data.Classes);
        Assert.Empty(data.ClassNames);
    }

    [Fact]
    public void A_reader_that_cannot_peek_is_read_whole()
    {
        Dataset data = Dataset.FromCsv(new PlainReader("skipped\r\nskipped\r\n1,\"a \"\"b\"\"\"\r\n2,c"), new CsvOptions { SkipLines = 2 });
        Assert.Equal([1f, 2f], data.AllFeatures.ToArray());
        Assert.Equal(["a \"b\"", "c"], data.ClassNames);
    }

    [Fact]
    public void A_pipe_is_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        string pipe = Path.Combine(_folder, "pipe");
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        using Process writer = Process.Start("sh", ["-c", "printf '1,0\\n2,1\\n' > \"$0\"", pipe]);
        Assert.Equal([1f, 2f], Dataset.FromCsv(pipe).AllFeatures.ToArray());
        writer.WaitForExit();
    }

    [Fact]
    public void Class_names_are_numbered_in_ordinal_order()
    {
        Dataset data = Read("1,setosa\n2,\"iris, \"\"blue\"\"\"\n3,Virginica\n4,setosa");
        Assert.Equal(["Virginica", "iris, \"blue\"", "setosa"], data.ClassNames);
        Assert.Equal([2, 1, 0, 2], data.AllLabels.ToArray());
        Dataset other = Read("1,setosa", new CsvOptions { ClassNames = data.ClassNames });
        Assert.Equal(2, other.Label(0));
        Assert.Equal(3, other.Classes);
        Assert.Contains("line 1, column 2", Fail("1,other", new CsvOptions { ClassNames = data.ClassNames }).Message);
        Assert.Equal([0, 1], Read("5,-1\n6,1").AllLabels.ToArray());
    }

    [Fact]
    public void Options_choose_columns_separator_and_lines()
    {
        Assert.Equal([1, 0], Read("junk line, \"\n5,1\n6,0", new CsvOptions { SkipLines = 1 }).AllLabels.ToArray());
        Dataset data = Read("x;y;z\n2;0.5;7\n1;0.25;8", new CsvOptions { Separator = ';', LabelColumn = 0, Header = true });
        Assert.Equal([2, 1], data.AllLabels.ToArray());
        Assert.Equal([0.5f, 7, 0.25f, 8], data.AllFeatures.ToArray());
        Dataset regression = Read("1,2,3\n4,5,6", new CsvOptions { TargetColumns = [-1, 0] });
        Assert.Equal([3f, 1f, 6f, 4f], regression.AllTargets.ToArray());
        Assert.Equal([2f, 5f], regression.AllFeatures.ToArray());
        Assert.Throws<ArgumentException>("options", () => Read("1,2", new CsvOptions { LabelColumn = 2 }));
        Assert.Throws<ArgumentException>("options", () => Read("1,2", new CsvOptions { Separator = '"' }));
        Assert.Throws<ArgumentException>("options", () => Read("1,2", new CsvOptions { TargetColumns = [] }));
    }

    [Theory]
    [InlineData("1,x,0\n1,2,0", 1, 2)]
    [InlineData("1,2,0\n1,x,0", 2, 2)]
    [InlineData("1,2,0\n1,,0", 2, 2)]
    [InlineData("1,2,0\n1,NaN,0", 2, 2)]
    [InlineData("1,2,0\n1,1e999,0", 2, 2)]
    [InlineData("1,2,0\n1,\"1,5\",0", 2, 2)]
    [InlineData("1,2,0\n\n1,0", 3, 3)]
    [InlineData("1,2,0\n1,2,3,0", 2, 4)]
    [InlineData("1,2,0\n1,2,", 2, 3)]
    [InlineData("1,2,0\n1,2\"3,0", 2, 2)]
    [InlineData("1,2,0\n1,\"2\"3,0", 2, 2)]
    [InlineData("1,2,0\n1,2,\"0\n\n", 2, 3)]
    [InlineData("\"multi\nline\",y,label\n1,2,0\n1,x,0", 4, 2)]
    public void Problems_name_line_and_column(string text, int line, int column)
    {
        DataFileException failure = Fail(text);
        Assert.Equal((line, column), (failure.Line, failure.Column));
        Assert.Contains($"line {line}, column {column}", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a,b\n")]
    [InlineData("1\n2")]
    public void Text_without_rows_or_features_is_refused(string text) => Fail(text);

    [Fact]
    public void Files_plain_and_packed_under_any_culture()
    {
        byte[] text = [.. Encoding.UTF8.Preamble, .. "1.5,0\n2.5,1\n"u8];
        File.WriteAllBytes(InFolder("plain.csv"), text);
        using (var packed = new GZipStream(File.Create(InFolder("packed.csv.gz")), CompressionLevel.Fastest))
            packed.Write(text);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal([1.5f, 2.5f], Dataset.FromCsv(InFolder("plain.csv")).AllFeatures.ToArray());
            Assert.Equal([1.5f, 2.5f], Dataset.FromCsv(InFolder("packed.csv.gz")).AllFeatures.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
        Assert.Contains("absent.csv", Assert.Throws<DataFileException>(() => Dataset.FromCsv(InFolder("absent.csv"))).Message);
        byte[] broken = File.ReadAllBytes(InFolder("packed.csv.gz"));
        broken[12] ^= 0xFF;
        File.WriteAllBytes(InFolder("broken.csv.gz"), broken);
        Assert.Throws<DataFileException>(() => Dataset.FromCsv(InFolder("broken.csv.gz")));
        File.WriteAllText(InFolder("bad.csv"), "1,2,0\n1,x,0");
        Assert.Contains("bad.csv, line 2", Assert.Throws<DataFileException>(() => Dataset.FromCsv(InFolder("bad.csv"))).Message);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private static Dataset Read(string text, CsvOptions? options = null) => Dataset.FromCsv(new StringReader(text), options);

    private static DataFileException Fail(string text, CsvOptions? options = null) => Assert.Throws<DataFileException>(() => Read(text, options));

    /// <summary>Overrides only what a reader must: Peek answers −1.</summary>
    private sealed class PlainReader(string text) : TextReader
    {
        private int _next;

        public override int Read() => _next < text.Length ? text[_next++] : -1;
    }
}
