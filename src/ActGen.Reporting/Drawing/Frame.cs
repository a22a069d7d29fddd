namespace ActGen.Reporting.Drawing;

/// <summary>A rectangle of a picture and the part of the plane that it shows.</summary>
/// <param name="Left">Pixels from the left.</param>
/// <param name="Top">Pixels from the top.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="MinX">x at the left border.</param>
/// <param name="MaxX">x at the right border.</param>
/// <param name="MinY">y at the lower border.</param>
/// <param name="MaxY">y at the upper border.</param>
internal sealed record Frame(double Left, double Top, double Width, double Height, double MinX, double MaxX, double MinY, double MaxY)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double x) => Left + ((x - MinX) / (MaxX - MinX) * Width);

    public double Y(double y) => Top + ((MaxY - y) / (MaxY - MinY) * Height);
}
