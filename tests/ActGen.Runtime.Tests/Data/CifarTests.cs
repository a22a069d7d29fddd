using System.IO.Compression;

namespace ActGen.Runtime.Tests.Data;

public sealed class CifarTests : IDisposable
{
    private const int RecordBytes = 1 + (3 * 32 * 32);
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen").FullName;

    public static TheoryData<byte[], string> Damaged => new()
    {
        { [], "the file is empty" },
        { Records(1, 2)[..^1], "takes 3073 bytes with its label; the file has 6145, no multiple of that" },
        { [.. Records(1, 2), 0], "the file has 6147" },
        { Records(1)[..100], "the file has 100" },
        { Records(3, 10, 4), "the label of image 1 is 10; CIFAR-10 has the classes 0 to 9" },
        { Records(3, 4, 255), "the label of image 2 is 255" },
        { [0x1F, 0x8B, .. Records(1)], "" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_are_channels_first_and_follow_each_other(bool packed)
    {
        Dataset data = Dataset.FromCifar10(Write("one.bin", Records(3, 0), packed), Write("two.bin", Records(9), packed));
        Assert.Equal([3, 32, 32], data.Shape);
        Assert.Equal(3, data.Count);
        Assert.Equal([3, 0, 9], data.AllLabels.ToArray());
        Assert.Equal(10, data.Classes);
        Assert.Equal("cat", data.ClassNames[data.Label(0)]);
        Assert.Equal("truck", data.ClassNames[data.Label(2)]);
        for (int image = 0; image < 3; image++)
        {
            for (int i = 0; i < data.FeatureCount; i++)
                Assert.Equal((float)(Pixel(image % 2, i) / 255.0), data.Features(image)[i]);
        }
    }

    /// <summary>A file has the classes of the data set also where it has no image of the last ones: its networks have ten outputs.</summary>
    [Fact]
    public void Classes_are_ten_whatever_the_labels() => Assert.Equal(10, Dataset.FromCifar10(Write("one.bin", Records(0))).Classes);

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Damaged_files_are_named_and_nothing_is_read(byte[] content, string message)
    {
        string good = Write("good.bin", Records(1)), bad = Write("bad.bin", content);
        var failure = Assert.Throws<DataFileException>(() => Dataset.FromCifar10(good, bad));
        Assert.StartsWith(bad + ": ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Archive_cut_in_the_middle()
    {
        string path = Write("packed.bin", Records(1, 2, 3), packed: true);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^40]);
        Assert.Contains(path, Assert.Throws<DataFileException>(() => Dataset.FromCifar10(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files()
    {
        string missing = Path.Combine(_folder, "missing.bin");
        Assert.Contains(missing, Assert.Throws<DataFileException>(() => Dataset.FromCifar10(missing)).Message, StringComparison.Ordinal);
        Assert.Equal("paths", Assert.Throws<ArgumentException>(static () => Dataset.FromCifar10()).ParamName);
        Assert.Throws<ArgumentException>(static () => Dataset.FromCifar10(""));
        Assert.Throws<ArgumentNullException>(static () => Dataset.FromCifar10(null!));
    }

    /// <summary>Images that differ in every byte from their neighbours.</summary>
    private static byte[] Records(params byte[] labels) =>
        [.. labels.SelectMany(static (label, image) => Enumerable.Range(0, RecordBytes - 1).Select(i => Pixel(image, i)).Prepend(label))];

    private static byte Pixel(int image, int index) => (byte)((index * 31) + (index / 1024 * 7) + (image * 101));

    private string Write(string name, byte[] content, bool packed = false)
    {
        string path = Path.Combine(_folder, name);
        using Stream file = File.Create(path);
        using Stream stream = packed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(content);
        return path;
    }
}
