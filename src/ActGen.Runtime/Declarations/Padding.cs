namespace ActGen;

/// <summary>Values of the <c>Padding</c> of layers with a window that are no number of cells.</summary>
public static class Padding
{
    /// <summary>As many zeros around the image as leave it its size; the odd one of an even kernel lies behind the image, as in PyTorch. With stride 1 only.</summary>
    public const int Same = -1;
}
