using ActGen.CompilerServices;

namespace ActGen.Files;

/// <summary>From a path, a stream or bytes to a buffer of weights; every failure becomes the one documented exception.</summary>
internal static class WeightSource
{
    public static AlignedBuffer Read(NetworkPlan plan, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return SafetensorsReader.Read(stream, plan);
        }
        catch (Exception cause) when (WeightFileException.IsCause(cause) || cause is ArgumentException)
        {
            throw WeightFileException.At(path, cause);
        }
    }

    public static AlignedBuffer Read(NetworkPlan plan, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return SafetensorsReader.Read(stream, plan);
        }
        catch (Exception cause) when (WeightFileException.IsCause(cause) && cause is not WeightFileException)
        {
            throw new WeightFileException($"The weights could not be read from the stream: {cause.Message}", cause);
        }
    }

    public static unsafe AlignedBuffer Read(NetworkPlan plan, ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return SafetensorsReader.Read(Stream.Null, plan);
        fixed (byte* first = file)
        {
            using var stream = new UnmanagedMemoryStream(first, file.Length);
            return SafetensorsReader.Read(stream, plan);
        }
    }
}
