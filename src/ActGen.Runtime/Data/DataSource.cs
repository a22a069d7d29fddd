using System.IO.Compression;

namespace ActGen;

/// <summary>Opens data files, plain or gzip, and turns every failure to read into the one documented exception.</summary>
internal static class DataSource
{
    /// <summary>Reads a file through <paramref name="read"/>, unpacked if it starts as gzip files do (RFC 1952: 1F 8B).</summary>
    public static T Read<T>(string path, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // A pipe cannot go back to its first bytes.
            using Stream file = opened.CanSeek ? opened : Copy(opened);
            bool packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream content = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
            return read(content);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException && cause is not DataFileException)
        {
            throw new DataFileException($"{path}: {cause.Message}", cause);
        }
    }

    private static MemoryStream Copy(Stream source)
    {
        var copy = new MemoryStream();
        source.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
