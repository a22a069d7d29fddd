using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ActGen.Reporting.Drawing;

/// <summary>Small images as PNG (W3C Recommendation "Portable Network Graphics", third edition): 8 bits a channel, no filter.</summary>
internal static class PngImage
{
    private const byte Grey = 0, Colour = 2;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(static n => CrcOf((uint)n))];

    public static byte[] Of(Picture picture)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = picture.Channels == 1 ? Grey : Colour;
        header[10..].Clear();
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compressed(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The rows, each behind the number of its filter: 0, none.</summary>
    private static byte[] Compressed(Picture picture)
    {
        byte[] pixels = picture.ToBytes();
        int stride = picture.Width * picture.Channels;
        using var result = new MemoryStream();
        using (var zlib = new ZLibStream(result, CompressionLevel.SmallestSize))
        {
            for (int row = 0; row < picture.Height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels, row * stride, stride);
            }
        }
        return result.ToArray();
    }

    private static void WriteChunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(content);
        uint crc = 0xFFFFFFFF;
        foreach (byte value in content)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }

    /// <summary>The table of annex D.</summary>
    private static uint CrcOf(uint n)
    {
        for (int bit = 0; bit < 8; bit++)
            n = (n & 1) != 0 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
