using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The L2 norm of all gradients, its blocks computed by whoever owns them and added in ascending order: the order of a large flat sum.</summary>
internal static class GradientNorm
{
    /// <summary>The block of <see cref="FlatSum"/>; workers own whole blocks.</summary>
    public const int BlockLength = 4096;

    public static int Blocks(int count) => (int)(((long)count + BlockLength - 1) / BlockLength);

    /// <summary>The sums of the blocks from <paramref name="start"/>, a multiple of <see cref="BlockLength"/>, to <paramref name="end"/>.</summary>
    public static void SumBlocks(ReadOnlySpan<float> gradients, int start, int end, Span<double> sums)
    {
        for (int first = start; first < end; first += BlockLength)
            sums[first / BlockLength] = FlatSum.SumOfSquares(gradients[first..Math.Min(first + BlockLength, end)]);
    }

    public static double OfBlocks(ReadOnlySpan<double> sums)
    {
        double sum = 0;
        foreach (double block in sums)
            sum += block;
        return double.Sqrt(sum);
    }
}
