namespace ActGen.CompilerServices;

/// <summary>Large flat sums in double and in a fixed order (rule 5 of the canonical orders): 8 virtual lanes, blocks of 4,096,
/// fold 4, 2, 1, blocks ascending.</summary>
internal static class FlatSum
{
    private const int Lanes = 8;
    private const int Block = 4096;

    /// <summary>Σ xᵢ.</summary>
    public static double Sum(ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (; x.Length > Block; x = x[Block..])
            sum += SumBlock(x[..Block]);
        return sum + SumBlock(x);
    }

    /// <summary>Σ xᵢ², exact products: no float overflows it, so the norm of [1e20, 1e20] is 1.4142e20.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (; x.Length > Block; x = x[Block..])
            sum += SumOfSquaresBlock(x[..Block]);
        return sum + SumOfSquaresBlock(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumBlock(ReadOnlySpan<float> x)
    {
        // Eight locals are the eight lanes; element i goes to lane i mod 8.
        double l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
        for (; x.Length >= Lanes; x = x[Lanes..])
        {
            l0 += x[0];
            l1 += x[1];
            l2 += x[2];
            l3 += x[3];
            l4 += x[4];
            l5 += x[5];
            l6 += x[6];
            l7 += x[7];
        }

        Span<double> lanes = [l0, l1, l2, l3, l4, l5, l6, l7];
        for (int i = 0; i < x.Length; i++)
            lanes[i] += x[i];
        return Fold(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquaresBlock(ReadOnlySpan<float> x)
    {
        double l0 = 0, l1 = 0, l2 = 0, l3 = 0, l4 = 0, l5 = 0, l6 = 0, l7 = 0;
        for (; x.Length >= Lanes; x = x[Lanes..])
        {
            // The square of a float is exact in double: fused or not, the bits are the same.
            l0 += (double)x[0] * x[0];
            l1 += (double)x[1] * x[1];
            l2 += (double)x[2] * x[2];
            l3 += (double)x[3] * x[3];
            l4 += (double)x[4] * x[4];
            l5 += (double)x[5] * x[5];
            l6 += (double)x[6] * x[6];
            l7 += (double)x[7] * x[7];
        }

        Span<double> lanes = [l0, l1, l2, l3, l4, l5, l6, l7];
        for (int i = 0; i < x.Length; i++)
            lanes[i] += (double)x[i] * x[i];
        return Fold(lanes);
    }

    private static double Fold(Span<double> lanes)
    {
        for (int stride = Lanes / 2; stride > 0; stride /= 2)
        {
            for (int j = 0; j < stride; j++)
                lanes[j] += lanes[j + stride];
        }

        return lanes[0];
    }
}
