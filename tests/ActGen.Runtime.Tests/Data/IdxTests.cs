using System.IO.Compression;

namespace ActGen.Runtime.Tests.Data;

public sealed class IdxTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 255, 102];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 3, 0];
    private readonly string _folder = Directory.CreateTempSubdirectory("actgen").FullName;

    public static TheoryData<string, byte[], byte[]> Malformed => new()
    {
        { "empty", [], Labels },
        { "not IDX", "hello world"u8.ToArray(), Labels },
        { "unknown type", [0, 0, 7, .. Images[3..]], Labels },
        { "no dimensions", [0, 0, 8, 0], Labels },
        { "cut in the header", Images[..10], Labels },
        { "cut in the data", Images[..^1], Labels },
        { "too long", [.. Images, 0], Labels },
        { "dimension 0", [0, 0, 8, 3, 0, 0, 0, 0, .. Images[8..]], Labels },
        { "negative dimension", [0, 0, 8, 3, 255, 255, 255, 255, .. Images[8..]], Labels },
        { "huge dimensions", [0, 0, 8, 3, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255, 0], Labels },
        { "images without dimensions", Labels, Labels },
        { "labels with dimensions", Images, Images },
        { "other count", Images, [0, 0, 8, 1, 0, 0, 0, 1, 3] },
        { "negative label", Images, [0, 0, 9, 1, 0, 0, 0, 2, 3, 255] },
        { "fractional label", Images, [0, 0, 13, 1, 0, 0, 0, 2, 0x3F, 0, 0, 0, 0, 0, 0, 0] },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_and_labels(bool packed)
    {
        Dataset data = Dataset.FromIdx(Write("images", Images, packed), Write("labels", Labels, packed));
        Assert.Equal([1, 2], data.Shape);
        Assert.Equal([0f, 51 / 255f, 1f, 102 / 255f], data.AllFeatures.ToArray());
        Assert.Equal([3, 0], data.AllLabels.ToArray());
        Assert.Equal(4, data.Classes);
    }

    [Fact]
    public void Scale_and_other_element_types()
    {
        Assert.Equal([0f, 51, 255, 102], Dataset.FromIdx(Write("images", Images), Write("labels", Labels), scale: 1).AllFeatures.ToArray());
        byte[] shorts = [0, 0, 0x0B, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0xFF, 0xFE, 1, 0];
        Assert.Equal([-2f, 256], Dataset.FromIdx(Write("images", shorts), Write("labels", Labels)).AllFeatures.ToArray());
        byte[] floats = [0, 0, 0x0D, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0];
        Assert.Equal([1f, -2], Dataset.FromIdx(Write("images", floats), Write("labels", Labels)).AllFeatures.ToArray());
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_files_are_refused(string what, byte[] images, byte[] labels)
    {
        var failure = Assert.Throws<DataFileException>(() => Dataset.FromIdx(Write("images", images), Write("labels", labels)));
        Assert.True(failure.Message.Contains(_folder, StringComparison.Ordinal), what);
    }

    private string Write(string name, byte[] content, bool packed = false)
    {
        string path = Path.Combine(_folder, name);
        if (packed)
        {
            using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            stream.Write(content);
        }
        else
        {
            File.WriteAllBytes(path, content);
        }
        return path;
    }
}
