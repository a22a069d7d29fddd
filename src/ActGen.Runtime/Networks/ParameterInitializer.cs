namespace ActGen.CompilerServices;

/// <summary>Fills the parameters of a new network. Each element is a function of the seed, its tensor and its index: the same bits on every machine.</summary>
internal static class ParameterInitializer
{
    /// <summary>Layers count from 1, so layer 0 names streams that no layer uses.</summary>
    private const int Layer = 0;

    /// <summary>Fills every tensor.</summary>
    /// <param name="tensors">The parameter table.</param>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="parameters">The flat buffer.</param>
    public static void Fill(IReadOnlyList<ParameterInfo> tensors, long seed, Span<float> parameters)
    {
        var stream = new RandomStream(seed, Layer, Step: 0);
        for (int tensor = 0; tensor < tensors.Count; tensor++)
        {
            ParameterInfo info = tensors[tensor];
            Span<float> destination = parameters.Slice(info.Offset, info.Length);
            double scale = info.Initialization.Scale;
            switch (info.Initialization.Distribution)
            {
                case InitialDistribution.Normal:
                    RandomDeviates.FillNormal(stream, tensor, scale, destination);
                    break;
                case InitialDistribution.Uniform:
                    RandomDeviates.FillUniform(stream, tensor, scale, destination);
                    break;
                case InitialDistribution.Orthogonal:
                    OrthogonalMatrix.Fill(stream, tensor, scale, info.Shape[^1], destination);
                    break;
                case InitialDistribution.TruncatedNormal:
                    RandomDeviates.FillTruncatedNormal(stream, tensor, scale, destination);
                    break;
                case InitialDistribution.Identity:
                    FillIdentity(info.Shape[^1], (float)scale, destination);
                    break;
                case InitialDistribution.ForgetGate:
                    FillConstant(0, destination);
                    FillConstant((float)scale, destination.Slice(info.Length / 4, info.Length / 4));
                    break;
                default:
                    FillConstant((float)scale, destination);
                    break;
            }
        }
    }

    // Not Span.Fill: it is compiled anew for the vectors of the machine, and a first network waits for that.
    private static void FillConstant(float value, Span<float> destination)
    {
        foreach (ref float element in destination)
            element = value;
    }

    private static void FillIdentity(int columns, float scale, Span<float> destination)
    {
        destination.Clear();
        for (int i = 0; i < columns && i < destination.Length / columns; i++)
            destination[(i * columns) + i] = scale;
    }
}
