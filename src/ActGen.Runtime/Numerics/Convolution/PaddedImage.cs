namespace ActGen.CompilerServices;

/// <summary>A copy of an image with zeros around it, so that kernels need not ask where an image ends.</summary>
internal static class PaddedImage<T>
    where T : unmanaged
{
    /// <summary>Writes lines of the copy.</summary>
    /// <param name="image">lines × width cells.</param>
    /// <param name="width">Cells of a line.</param>
    /// <param name="channels">Elements of a cell.</param>
    /// <param name="top">Lines before the image.</param>
    /// <param name="left">Cells before each line.</param>
    /// <param name="padded">The whole copy: lines × <paramref name="paddedWidth"/> cells; lines and cells of the image that do not fit are left out.</param>
    /// <param name="paddedWidth">Cells of a line of the copy.</param>
    /// <param name="start">First line of the copy to write.</param>
    /// <param name="end">Line after the last one.</param>
    public static void Write(ReadOnlySpan<T> image, int width, int channels, int top, int left, Span<T> padded, int paddedWidth, int start, int end)
    {
        int stride = paddedWidth * channels, size = width * channels, margin = Math.Min(left * channels, stride), copied = Math.Min(size, stride - margin);
        for (int line = start; line < end; line++)
        {
            Span<T> to = padded.Slice(line * stride, stride);
            int from = (line - top) * size;
            if (from < 0 || from >= image.Length)
            {
                to.Clear();
                continue;
            }
            to[..margin].Clear();
            image.Slice(from, copied).CopyTo(to[margin..]);
            to[(margin + copied)..].Clear();
        }
    }
}
