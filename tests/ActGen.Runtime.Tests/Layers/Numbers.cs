namespace ActGen.Runtime.Tests.Layers;

/// <summary>Test data that needs no generator of the product.</summary>
internal static class Numbers
{
    /// <summary>Values of both signs between 2⁻⁸ and 8 in magnitude, with some exact zeros.</summary>
    public static float[] Mixed(int length, int seed)
    {
        Random random = new(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++)
            values[i] = random.Next(16) == 0 ? 0f : (random.NextSingle() - 0.5f) * float.ScaleB(1f, random.Next(-6, 5));
        return values;
    }

    /// <summary>Fails unless both have the same bits everywhere.</summary>
    public static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]) && !(float.IsNaN(expected[i]) && float.IsNaN(actual[i])))
                Assert.Fail($"{what}[{i}] is {actual[i]:R}, by the definition {expected[i]:R}.");
        }
    }
}
