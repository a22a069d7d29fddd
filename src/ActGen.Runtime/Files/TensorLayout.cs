namespace ActGen.Files;

/// <summary>How a tensor of the parameter buffer lies in a file: names, shapes and layouts are PyTorch's, so that weights travel both ways.</summary>
/// <remarks>A dense layer's weights are [inputs, outputs] here and [outputs, inputs] in <c>torch.nn.Linear</c>: they are transposed in files.</remarks>
internal static class TensorLayout
{
    public static bool IsTransposed(ParameterInfo tensor) => tensor is { Kind: ParameterKind.Weight, Shape.Count: 2 };

    public static int[] FileShape(ParameterInfo tensor) => IsTransposed(tensor) ? [tensor.Shape[1], tensor.Shape[0]] : [.. tensor.Shape];

    /// <summary>From the parameter buffer to the order of a file.</summary>
    public static void ToFile(ParameterInfo tensor, ReadOnlySpan<float> parameters, Span<float> file)
    {
        if (IsTransposed(tensor))
            Transpose(parameters, tensor.Shape[0], tensor.Shape[1], file);
        else
            parameters.CopyTo(file);
    }

    /// <summary>From the order of a file to the parameter buffer.</summary>
    public static void FromFile(ParameterInfo tensor, ReadOnlySpan<float> file, Span<float> parameters)
    {
        if (IsTransposed(tensor))
            Transpose(file, tensor.Shape[1], tensor.Shape[0], parameters);
        else
            file.CopyTo(parameters);
    }

    private static void Transpose(ReadOnlySpan<float> source, int rows, int columns, Span<float> destination)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                destination[(column * rows) + row] = source[(row * columns) + column];
        }
    }
}
