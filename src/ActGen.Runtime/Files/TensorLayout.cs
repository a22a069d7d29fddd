namespace ActGen.Files;

/// <summary>How a tensor of the parameter buffer lies in a file: names, shapes and layouts are PyTorch's, so that weights travel both ways.</summary>
/// <remarks>Weights have their outputs last here and first in PyTorch, and inputs directly before and behind them: a dense layer's are [inputs, outputs] and there [outputs, inputs], a convolution's [kernel rows,
/// kernel columns, channels, filters] and there [filters, channels, kernel rows, kernel columns]. With the axes of the kernel as one, both are the reversal of three axes.</remarks>
internal static class TensorLayout
{
    public static bool IsTransposed(ParameterInfo tensor) => tensor is { Kind: ParameterKind.Weight, Shape.Count: >= 2 };

    public static int[] FileShape(ParameterInfo tensor) =>
        IsTransposed(tensor) ? [tensor.Shape[^1], tensor.Shape[^2], .. tensor.Shape.Take(tensor.Shape.Count - 2)] : [.. tensor.Shape];

    /// <summary>From the parameter buffer to the order of a file.</summary>
    public static void ToFile(ParameterInfo tensor, ReadOnlySpan<float> parameters, Span<float> file)
    {
        if (IsTransposed(tensor))
            Reverse(parameters, Taps(tensor), tensor.Shape[^2], tensor.Shape[^1], file);
        else
            parameters.CopyTo(file);
    }

    /// <summary>From the order of a file to the parameter buffer.</summary>
    public static void FromFile(ParameterInfo tensor, ReadOnlySpan<float> file, Span<float> parameters)
    {
        if (IsTransposed(tensor))
            Reverse(file, tensor.Shape[^1], tensor.Shape[^2], Taps(tensor), parameters);
        else
            file.CopyTo(parameters);
    }

    private static int Taps(ParameterInfo tensor) => tensor.Length / (tensor.Shape[^1] * tensor.Shape[^2]);

    /// <summary>[first, middle, last] → [last, middle, first].</summary>
    private static void Reverse(ReadOnlySpan<float> source, int first, int middle, int last, Span<float> destination)
    {
        int from = 0;
        for (int i = 0; i < first; i++)
        {
            for (int j = 0; j < middle; j++)
            {
                for (int k = 0; k < last; k++)
                    destination[(((k * middle) + j) * first) + i] = source[from++];
            }
        }
    }
}
