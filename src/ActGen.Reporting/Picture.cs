namespace ActGen.Reporting;

/// <summary>Grey or colour values of an image, channels first.</summary>
public sealed class Picture
{
    private readonly float[] _values;

    /// <param name="values">channels × height × width values; the smallest is shown black, the largest white.</param>
    /// <param name="channels">1, or 3 for red, green and blue.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are neither 1 nor 3 channels, or a size is below 1.</exception>
    /// <exception cref="ArgumentException">There are not channels × height × width values.</exception>
    public Picture(ReadOnlySpan<float> values, int channels, int height, int width)
    {
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "An image has 1 channel, or 3 for red, green and blue.");
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length != (long)channels * height * width)
            throw new ArgumentException($"An image of {channels} × {height} × {width} has {(long)channels * height * width} values; {values.Length} were given.", nameof(values));
        _values = [.. values];
        (Channels, Height, Width) = (channels, height, width);
    }

    /// <summary>1, or 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Whether rows of that shape are images: (height, width), or (1 or 3, height, width), both at least 4.</summary>
    /// <param name="shape">Shape of one row of a data set.</param>
    public static bool IsShape(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return (shape.Count == 2 || (shape.Count == 3 && shape[0] is 1 or 3)) && shape[^1] >= 4 && shape[^2] >= 4;
    }

    /// <summary>A byte for each value, the pixels row by row, the channels of a pixel side by side.</summary>
    internal byte[] ToBytes()
    {
        float[] finite = [.. _values.Where(float.IsFinite)];
        float low = finite.DefaultIfEmpty(0).Min(), high = finite.DefaultIfEmpty(0).Max();
        float scale = high > low ? 255 / (high - low) : 0;
        var bytes = new byte[_values.Length];
        int pixels = Height * Width;
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            for (int channel = 0; channel < Channels; channel++)
            {
                float value = (_values[(channel * pixels) + pixel] - low) * scale;
                bytes[(pixel * Channels) + channel] = float.IsFinite(value) ? (byte)Math.Clamp(value + 0.5f, 0, 255) : (byte)0;
            }
        }
        return bytes;
    }
}
