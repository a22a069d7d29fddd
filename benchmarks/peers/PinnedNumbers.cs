using ActGen.CompilerServices;

namespace ActGen.Peers;

/// <summary>Inputs of kernels, at places that the collector does not move.</summary>
internal static class PinnedNumbers
{
    /// <summary>Between −½ and ½, the same each time.</summary>
    public static float[] Random(int length)
    {
        float[] values = GC.AllocateArray<float>(length, pinned: true);
        Fill(values);
        return values;
    }

    /// <summary>The same at a cache line, as the workspaces of networks are.</summary>
    public static AlignedBuffer Aligned(int length)
    {
        AlignedBuffer values = new(length);
        Fill(values.Span);
        return values;
    }

    private static void Fill(Span<float> values)
    {
        Random random = new(1);
        foreach (ref float value in values)
            value = random.NextSingle() - 0.5f;
    }
}
