namespace ActGen.Peers.Native;

/// <summary>The small convolutional network.</summary>
internal static partial class OnnxModel
{
    /// <summary>The model's bytes: <c>x</c> (1 × 1 × 28 × 28) to <c>y</c> (1 × 10), convolutions of 8 and 16 filters of 3 × 3 with ReLU and pools of 2 × 2 between.</summary>
    /// <param name="parameters">As ActGen keeps them: filters innermost.</param>
    public static byte[] Convolutional(ReadOnlySpan<float> parameters)
    {
        List<byte[]> nodes = [], initializers = [];
        string input = "x";
        int at = 0;
        foreach ((int layer, int channels, int filters) in (ReadOnlySpan<(int, int, int)>)[(0, 1, 8), (1, 8, 16)])
        {
            int steps = 9 * channels;
            initializers.Add(Tensor($"w{layer}", [filters, channels, 3, 3], FiltersFirst(parameters.Slice(at, steps * filters), channels, filters)));
            initializers.Add(Tensor($"b{layer}", [filters], parameters.Slice(at + (steps * filters), filters)));
            at += (steps + 1) * filters;
            nodes.Add(Node("Conv", [input, $"w{layer}", $"b{layer}"], $"z{layer}", ("kernel_shape", [3, 3])));
            nodes.Add(Node("Relu", [$"z{layer}"], $"a{layer}"));
            nodes.Add(Node("MaxPool", [$"a{layer}"], input = $"p{layer}", ("kernel_shape", [2, 2]), ("strides", [2, 2])));
        }
        initializers.Add(Tensor("w2", [400, 10], parameters.Slice(at, 4_000)));
        initializers.Add(Tensor("b2", [10], parameters.Slice(at + 4_000, 10)));
        nodes.Add(Node("Flatten", [input], "flat"));
        nodes.Add(Node("Gemm", ["flat", "w2", "b2"], "y"));
        return Model(nodes, initializers, Value("x", [1, 1, 28, 28]), Value("y", [1, 10]));
    }

    /// <summary>[kernel positions, channels, filters] as [filters, channels, kernel positions].</summary>
    private static float[] FiltersFirst(ReadOnlySpan<float> weights, int channels, int filters)
    {
        float[] result = new float[weights.Length];
        int taps = weights.Length / channels / filters;
        for (int i = 0; i < weights.Length; i++)
            result[(((i % filters) * channels) + (i / filters % channels)) * taps + (i / filters / channels)] = weights[i];
        return result;
    }
}
