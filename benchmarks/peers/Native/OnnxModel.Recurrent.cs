namespace ActGen.Peers.Native;

/// <summary>A recurrent layer.</summary>
internal static partial class OnnxModel
{
    private const int Integer = 2;

    // Which gate of ActGen's (and PyTorch's) i, f, g, o each of ONNX' i, o, f, c is.
    private static readonly int[] Gates = [0, 3, 1, 2];

    /// <summary>The model's bytes: <c>x</c> (steps × 1 × inputs) to <c>y</c>, the last state (1 × 1 × units).</summary>
    /// <param name="parameters">As ActGen keeps them: W (inputs × 4·units), U (units × 4·units), b.</param>
    public static byte[] LSTM(int steps, int inputs, int units, ReadOnlySpan<float> parameters)
    {
        int columns = 4 * units, bias = (inputs + units) * columns;
        float[] w = GatesFirst(parameters[..(inputs * columns)], inputs, units), u = GatesFirst(parameters[(inputs * columns)..bias], units, units), b = GatesFirst(parameters[bias..(bias + columns)], 1, units);
        byte[] node = Message(writer =>
        {
            foreach (string input in (ReadOnlySpan<string>)["x", "w", "u", "b"])
                Text(writer, 1, input);
            // The states of all steps are not asked for.
            Text(writer, 2, "");
            Text(writer, 2, "y");
            Text(writer, 4, "LSTM");
            Bytes(writer, 5, Message(attribute =>
            {
                Text(attribute, 1, "hidden_size");
                Number(attribute, 3, units);
                Number(attribute, 20, Integer);
            }));
        });
        // The second half is the bias of the state's product.
        List<byte[]> initializers = [Tensor("w", [1, columns, inputs], w), Tensor("u", [1, columns, units], u), Tensor("b", [1, 2 * columns], [.. b, .. new float[columns]])];
        return Model([node], initializers, Value("x", [steps, 1, inputs]), Value("y", [1, 1, units]));
    }

    /// <summary>[rows, gates × units] as [ONNX' gates × units, rows].</summary>
    private static float[] GatesFirst(ReadOnlySpan<float> weights, int rows, int units)
    {
        float[] result = new float[weights.Length];
        for (int column = 0; column < 4 * units; column++)
        {
            for (int row = 0; row < rows; row++)
                result[(column * rows) + row] = weights[(row * 4 * units) + (Gates[column / units] * units) + (column % units)];
        }
        return result;
    }
}
