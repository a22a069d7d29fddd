namespace ActGen.CompilerServices;

/// <summary>A copy of an image with zeros around it, so that kernels need not ask where an image ends.</summary>
internal static class PaddedImage<T>
    where T : unmanaged
{
    /// <summary>Writes the copy.</summary>
    /// <param name="image">lines × width cells.</param>
    /// <param name="lines">Lines of the image.</param>
    /// <param name="width">Cells of a line.</param>
    /// <param name="channels">Elements of a cell.</param>
    /// <param name="top">Lines before the image.</param>
    /// <param name="left">Cells before each line.</param>
    /// <param name="padded">Lines × <paramref name="paddedWidth"/> cells; lines and cells of the image that do not fit are left out.</param>
    /// <param name="paddedWidth">Cells of a line of the copy.</param>
    public static void Write(ReadOnlySpan<T> image, int lines, int width, int channels, int top, int left, Span<T> padded, int paddedWidth)
    {
        int stride = paddedWidth * channels, margin = Math.Min(left * channels, stride), copied = Math.Min(width * channels, stride - margin);
        int first = Math.Min(top * stride, padded.Length);
        padded[..first].Clear();
        padded = padded[first..];
        for (int line = 0; line < lines && !padded.IsEmpty; line++)
        {
            padded[..margin].Clear();
            image.Slice(line * width * channels, copied).CopyTo(padded[margin..]);
            padded[(margin + copied)..stride].Clear();
            padded = padded[stride..];
        }
        padded.Clear();
    }
}
