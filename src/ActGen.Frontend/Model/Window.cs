using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>The geometry of a window that slides over an image. In one dimension the image has one row.</summary>
/// <param name="Vertical">Over the rows of the image.</param>
/// <param name="Horizontal">Over its columns.</param>
internal sealed record Window(WindowAxis Vertical, WindowAxis Horizontal)
{
    /// <summary>Cells that one position reads.</summary>
    public long Cells => (long)Vertical.Size * Horizontal.Size;

    /// <summary>The same window along one axis.</summary>
    public static Window Line(WindowAxis axis) => new(WindowAxis.None, axis);

    /// <summary>The same along both axes.</summary>
    public static Window Square(WindowAxis axis) => new(axis, axis);

    /// <summary>Rows and columns of an image of shape (channels, length) or (channels, height, width).</summary>
    public static (int Height, int Width) Extent(Shape image) => image.Rank == 2 ? (1, image.Last) : (image.Dimensions[1], image.Last);

    /// <summary>Positions of the window over such an image; 0 along an axis on which it does not fit.</summary>
    public (int Height, int Width) Positions(Shape image)
    {
        (int height, int width) = Extent(image);
        return (Vertical.Positions(height), Horizontal.Positions(width));
    }

    /// <summary>The image that has one cell for each position; unknown where the window does not fit.</summary>
    /// <param name="image">(channels, length) or (channels, height, width).</param>
    /// <param name="channels">Channels of the result.</param>
    public Shape Over(Shape image, int channels)
    {
        (int height, int width) = Positions(image);
        return height == 0 || width == 0 ? Shape.Unknown : image.Rank == 2 ? Shape.Of(channels, width).AsChannels() : Shape.Of(channels, height, width);
    }
}
