using System.Globalization;

namespace ActGen;

/// <summary>A file of CIFAR-10's binary version: records of a label byte and the 3 × 32 × 32 bytes of an image, red, green, blue, each row by row
/// (Krizhevsky 2009, "Learning Multiple Layers of Features from Tiny Images").</summary>
internal static class CifarFile
{
    private const int Channels = 3, Side = 32;
    private const int ImageBytes = Channels * Side * Side;
    private const int RecordBytes = 1 + ImageBytes;

    /// <summary>Shape of an image.</summary>
    public static IReadOnlyList<int> Shape { get; } = [Channels, Side, Side];

    /// <summary>The classes in the order of their labels, as the data set's <c>batches.meta.txt</c> names them.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>The records of one file, every length and label checked.</summary>
    public static byte[] Read(Stream stream, string source)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        if (content.Length == 0)
            throw new DataFileException($"{source}: the file is empty.");
        if (content.Length % RecordBytes != 0)
            throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{source}: an image of CIFAR-10 takes {RecordBytes} bytes with its label; the file has {content.Length}, no multiple of that."));
        byte[] records = content.ToArray();
        for (int start = 0; start < records.Length; start += RecordBytes)
        {
            if (records[start] >= Classes.Count)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{source}: the label of image {start / RecordBytes} is {records[start]}; CIFAR-10 has the classes 0 to {Classes.Count - 1}."));
        }
        return records;
    }

    /// <summary>The images and labels of files that were read, in their order.</summary>
    public static (float[] Images, int[] Labels) Join(IReadOnlyList<byte[]> files)
    {
        int count = files.Sum(static records => records.Length / RecordBytes);
        if ((long)count * ImageBytes > Array.MaxLength)
            throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"The files have {count} images together; {Array.MaxLength / ImageBytes} are what fits in memory."));
        var images = new float[count * ImageBytes];
        var labels = new int[count];
        int image = 0;
        foreach (byte[] records in files)
        {
            for (int start = 0; start < records.Length; start += RecordBytes, image++)
            {
                labels[image] = records[start];
                Scale(records.AsSpan(start + 1, ImageBytes), images.AsSpan(image * ImageBytes, ImageBytes));
            }
        }
        return (images, labels);
    }

    /// <summary>From bytes to 0..1, as IDX files are read.</summary>
    private static void Scale(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        const double factor = 1.0 / byte.MaxValue;
        for (int i = 0; i < bytes.Length; i++)
            values[i] = (float)(bytes[i] * factor);
    }
}
