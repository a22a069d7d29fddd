namespace ActGen.Runtime.Tests.Numerics.Functions;

/// <summary>Bit patterns to test with, and distances in units in the last place.</summary>
internal static class Floats
{
    /// <summary>Values at which something changes: zeros, the smallest, the largest, NaN, switches between formulas.</summary>
    public static readonly float[] Edges =
    [
        0f, -0f, float.Epsilon, -float.Epsilon, 1.17549435e-38f, -1.17549435e-38f, 1.1754942e-38f, 1e-30f, -1e-30f, 1e-8f, -1e-8f,
        0.25f, -0.25f, 0.5f, -0.5f, 0.69314718f, 0.7f, -0.7f, 0.75f, 1f, -1f, 1.5f, 2f, -2f, 3.92f, 4f, -4f, 9.01f, -9.01f, 14.5f, -14.5f, 17f, -17f,
        20f, -20f, 50f, -50f, 87.3f, -87.3f, 88.72283f, 88.72284f, 89f, -89f, -103.97208f, -103.97209f, 104f, -104f, 1e3f, -1e3f, 1e20f, -1e20f,
        float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -float.NaN,
    ];

    /// <summary>One float in <paramref name="stride"/> (a power of two) of all 2³², at a varying place in its stretch, then the edges.</summary>
    public static float[] Sample(uint stride)
    {
        uint count = (uint)((1ul << 32) / stride);
        float[] sample = new float[count + Edges.Length];
        for (uint i = 0; i < count; i++)
            sample[i] = BitConverter.UInt32BitsToSingle(unchecked((i * stride) + ((i * 2654435761u) % stride)));
        Edges.CopyTo(sample, count);
        return sample;
    }

    /// <summary>|actual − exact| in units in the last place of the float nearest to exact. Infinity counts as 2^128, the number it rounds from.</summary>
    public static double Ulps(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
            return double.IsNaN(exact) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        const double overflow = 3.4028236692093846e38;
        double a = float.IsInfinity(actual) ? Math.CopySign(overflow, actual) : actual;
        double e = Math.Clamp(exact, -overflow, overflow);
        int exponent = e == 0 ? -149 : Math.Clamp(Math.ILogB(e) - 23, -149, 104);
        return Math.ScaleB(Math.Abs(a - e), -exponent);
    }

    /// <summary>Equal bits, or both NaN (whose sign and payload are not promised).</summary>
    public static bool AreSame(float left, float right) =>
        BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right) || (float.IsNaN(left) && float.IsNaN(right));

    /// <summary>Equal bits, or both NaN.</summary>
    public static bool AreSame(double left, double right) =>
        BitConverter.DoubleToUInt64Bits(left) == BitConverter.DoubleToUInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));
}
