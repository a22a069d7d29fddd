namespace ActGen;

/// <summary>A weight file could not be read or written, or does not fit the network. The message says what is wrong; the network is unchanged, and so is an existing file.</summary>
public sealed class WeightFileException : IOException
{
    internal WeightFileException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>The same failure, with the file's path before it.</summary>
    internal static WeightFileException At(string path, Exception cause) => new($"{path}: {cause.Message}", cause);
}
