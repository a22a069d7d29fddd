namespace ActGen.Peers;

/// <summary>Inputs of kernels, at places that the collector does not move.</summary>
internal static class PinnedNumbers
{
    /// <summary>Between −½ and ½, the same each time.</summary>
    public static float[] Random(int length)
    {
        Random random = new(1);
        float[] values = GC.AllocateArray<float>(length, pinned: true);
        for (int i = 0; i < length; i++)
            values[i] = random.NextSingle() - 0.5f;
        return values;
    }
}
