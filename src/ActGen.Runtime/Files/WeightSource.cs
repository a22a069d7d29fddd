using ActGen.CompilerServices;

namespace ActGen.Files;

/// <summary>From a path, a stream or bytes to a buffer of weights; every failure becomes the one documented exception.</summary>
internal static class WeightSource
{
    public static AlignedBuffer Read<TNet>(string path)
        where TNet : INetworkCore<TNet>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkPlan plan = NetworkPlan.Of<TNet>();
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

    public static AlignedBuffer Read<TNet>(Stream stream)
        where TNet : INetworkCore<TNet>
    {
        ArgumentNullException.ThrowIfNull(stream);
        NetworkPlan plan = NetworkPlan.Of<TNet>();
        try
        {
            return SafetensorsReader.Read(stream, plan);
        }
        catch (Exception cause) when (WeightFileException.IsCause(cause) && cause is not WeightFileException)
        {
            throw new WeightFileException($"The weights could not be read from the stream: {cause.Message}", cause);
        }
    }

    public static unsafe AlignedBuffer Read<TNet>(ReadOnlySpan<byte> file)
        where TNet : INetworkCore<TNet>
    {
        if (file.IsEmpty)
            return SafetensorsReader.Read(Stream.Null, NetworkPlan.Of<TNet>());
        fixed (byte* first = file)
        {
            using var stream = new UnmanagedMemoryStream(first, file.Length);
            return SafetensorsReader.Read(stream, NetworkPlan.Of<TNet>());
        }
    }
}
