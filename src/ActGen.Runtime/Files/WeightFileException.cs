namespace ActGen;

/// <summary>A weight file could not be read or written, or does not fit the network. The message says what is wrong; the network is unchanged, and so is an existing file.</summary>
public sealed class WeightFileException : IOException
{
    internal WeightFileException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Whether a file or stream throws <paramref name="cause"/> when it cannot be read or written.</summary>
    /// <remarks>Streams that unpack throw <see cref="InvalidDataException"/>, those of the wrong direction <see cref="NotSupportedException"/>.</remarks>
    internal static bool IsCause(Exception cause) =>
        cause is IOException or InvalidDataException or NotSupportedException or ObjectDisposedException or UnauthorizedAccessException;

    /// <summary>The same failure, with the file's path before it.</summary>
    internal static WeightFileException At(string path, Exception cause) => new($"{path}: {cause.Message}", cause);
}
