namespace ActGen;

/// <summary>Base of the layers that make one cell of the cells of a window, channel by channel. The window slides over the image; a last row or column for which it has no room is left out (PyTorch's floor mode):
/// along an axis of n cells there are ⌊(n + 2·padding − size)/stride⌋ + 1 positions.</summary>
/// <param name="size">Cells along each axis, at least 1.</param>
public abstract class PoolAttribute(int size) : LayerAttribute
{
    /// <summary>Cells along each axis.</summary>
    public int Size { get; } = size;

    /// <summary>Cells from one position to the next, at least 1; the size where it is left out, so that windows do not overlap.</summary>
    public int Stride { get; set; } = size;

    /// <summary>Cells added on each side, at most half the size.</summary>
    public int Padding { get; set; }
}

/// <summary>The largest value of each channel in a window over images (channels, height, width): PyTorch's <c>MaxPool2d</c>. Cells in the padding do not count.
/// NaN if any value is. Of several largest the first one, row by row, gets the gradient.</summary>
/// <param name="size">Rows, and columns, of the window, at least 1.</param>
public sealed class MaxPool2DAttribute(int size) : PoolAttribute(size);

/// <summary>The largest value of each channel in a window over (channels, length): PyTorch's <c>MaxPool1d</c>. Cells in the padding do not count.
/// NaN if any value is. Of several largest the first one gets the gradient.</summary>
/// <remarks>Where the steps of time come first, as recurrent layers give and read them, stands <c>[Permute(2, 1)]</c> before it, and behind it where they go on.</remarks>
/// <param name="size">Cells of the window, at least 1.</param>
public sealed class MaxPool1DAttribute(int size) : PoolAttribute(size);

/// <summary>The mean of each channel over a window over images (channels, height, width): PyTorch's <c>AvgPool2d</c>. Cells in the padding count as 0
/// (<c>count_include_pad</c>, its default; Keras leaves them out).</summary>
/// <param name="size">Rows, and columns, of the window, at least 1.</param>
public sealed class AveragePool2DAttribute(int size) : PoolAttribute(size);

/// <summary>The mean of each channel over a window over (channels, length): PyTorch's <c>AvgPool1d</c>. Cells in the padding count as 0
/// (<c>count_include_pad</c>, its default; Keras leaves them out).</summary>
/// <remarks>Where the steps of time come first, as recurrent layers give and read them, stands <c>[Permute(2, 1)]</c> before it, and behind it where they go on.</remarks>
/// <param name="size">Cells of the window, at least 1.</param>
public sealed class AveragePool1DAttribute(int size) : PoolAttribute(size);

/// <summary>The mean of each channel over all of its cells: an image (channels, height, width) becomes as many features as it has channels, a sequence (time, features) one row of
/// features. PyTorch's <c>AdaptiveAvgPool2d(1)</c> and <c>Flatten</c>, Keras' <c>GlobalAveragePooling2D</c>.</summary>
/// <remarks>Directly behind a recurrent layer with <c>ReturnSequences</c>: of two axes that no layer has made (channels, length) the last one is the features, and a <c>[Permute(2, 1)]</c>, which
/// PyTorch asks for there, would make it the steps.</remarks>
public sealed class GlobalAveragePoolAttribute : LayerAttribute;

/// <summary>The largest value of each channel over all of its cells: an image (channels, height, width) becomes as many features as it has channels, a sequence (time, features) one
/// row of features. PyTorch's <c>AdaptiveMaxPool2d(1)</c> and <c>Flatten</c>, Keras' <c>GlobalMaxPooling2D</c>. NaN if any value is; of several largest the first one gets the gradient.</summary>
/// <remarks>Directly behind a recurrent layer with <c>ReturnSequences</c>: of two axes that no layer has made (channels, length) the last one is the features, and a <c>[Permute(2, 1)]</c>, which
/// PyTorch asks for there, would make it the steps.</remarks>
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
