using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ActGen.Reporting.Drawing;

namespace ActGen.Reporting.Tests;

/// <summary>Images as bytes of a PNG file, read back by hand.</summary>
public sealed class PictureTests
{
    [Fact]
    public void A_grey_image_spans_black_to_white()
    {
        byte[] file = PngImage.Of(new Picture([-1, 0, 1, 0.5f, -1, 1], 1, 2, 3));
        Assert.Equal(new byte[] { 0, 0, 128, 255, 0, 191, 0, 255 }, Pixels(file));
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0], Chunk(file, "IHDR"));
    }

    [Fact]
    public void Colours_lie_side_by_side_and_what_is_no_number_is_black()
    {
        byte[] file = PngImage.Of(new Picture([0, 1, 2, 3, 4, float.NaN], 3, 1, 2));
        Assert.Equal(new byte[] { 0, 0, 128, 255, 64, 191, 0 }, Pixels(file));
        Assert.Equal(2, Chunk(file, "IHDR")[9]);
    }

    [Fact]
    public void A_flat_image_is_black() => Assert.Equal(new byte[] { 0, 0, 0 }, Pixels(PngImage.Of(new Picture([5, 5], 1, 1, 2))));

    [Fact]
    public void Chunks_carry_the_checksum_of_the_standard()
    {
        // The CRC of an empty IEND is a constant of every PNG file.
        byte[] file = PngImage.Of(new Picture([1], 1, 1, 1));
        Assert.Equal([0xAE, 0x42, 0x60, 0x82], file[^4..]);
    }

    [Fact]
    public void Sizes_must_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Picture([1, 2], 2, 1, 1));
        Assert.Contains("6 values; 5", Assert.Throws<ArgumentException>(() => new Picture(new float[5], 1, 2, 3)).Message);
    }

    [Theory]
    [InlineData(true, 28, 28)]
    [InlineData(true, 1, 8, 8)]
    [InlineData(true, 3, 32, 32)]
    [InlineData(false, 64)]
    [InlineData(false, 16, 8, 8)]
    [InlineData(false, 100, 2)]
    public void Shapes_of_images(bool isImage, params int[] shape) => Assert.Equal(isImage, Picture.IsShape(shape));

    private static byte[] Pixels(byte[] file)
    {
        using var zlib = new ZLibStream(new MemoryStream(Chunk(file, "IDAT")), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        return pixels.ToArray();
    }

    private static byte[] Chunk(byte[] file, string type)
    {
        int at = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type));
        return file.AsSpan(at + 4, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at - 4))).ToArray();
    }
}
