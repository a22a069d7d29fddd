using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Propagation;

/// <summary>Moments of y = sparsemax(z) over K independent normal logits of variance q, from some drawn rows, always the same ones: within about 2 %.</summary>
/// <param name="Squares">E Σy².</param>
/// <param name="SquaresSquared">E(Σy²)².</param>
/// <param name="Support">E of the number of elements above 0.</param>
/// <param name="Slope">d ln E Σy² / d ln q.</param>
internal sealed record SparsemaxMoments(double Squares, double SquaresSquared, double Support, double Slope)
{
    /// <summary>Beyond that many logits the few that count grow only with √ln K.</summary>
    private const int WidestRow = 4096;

    private const int LeastRows = 200, DrawnValues = 40_000;

    private static readonly MemoTable<(double, int), SparsemaxMoments> Known = new();

    public static SparsemaxMoments Of(double variance, int classes) => Known.GetOrAdd((variance, Math.Min(classes, WidestRow)), static key => Compute(key.Item1, key.Item2));

    private static SparsemaxMoments Compute(double variance, int classes)
    {
        const double step = 1.05;
        int rows = Math.Max(LeastRows, DrawnValues / classes);
        double deviation = Math.Sqrt(variance), squares = 0, squaresSquared = 0, support = 0, squaresAbove = 0;
        double[] row = new double[classes];
        for (int i = 0; i < rows; i++)
        {
            var random = new DeadRandom((uint)i, stream: uint.MaxValue);
            // Twelve uniform numbers: the tails matter here.
            for (int j = 0; j < classes; j++)
                row[j] = (random.NextNormal() + random.NextNormal() + random.NextNormal()) / Math.Sqrt(3);
            Array.Sort(row);
            (double square, int count) = SquareOf(row, deviation);
            squares += square;
            squaresSquared += square * square;
            support += count;
            squaresAbove += SquareOf(row, deviation * Math.Sqrt(step)).Square;
        }
        return new(squares / rows, squaresSquared / rows, support / rows, RealMath.Log(squaresAbove / squares) / RealMath.Log(step));
    }

    /// <summary>Σy² and the number of elements above 0 (Martins &amp; Astudillo 2016, algorithm 1).</summary>
    /// <param name="row">Ascending.</param>
    /// <param name="scale">What the row is multiplied by.</param>
    private static (double Square, int Count) SquareOf(double[] row, double scale)
    {
        double sum = 0, threshold = 0;
        int count = 0;
        for (int k = 1; k <= row.Length && scale * row[row.Length - k] is var z && 1 + (k * z) > sum + z; k++)
        {
            sum += z;
            (threshold, count) = ((sum - 1) / k, k);
        }
        double square = 0;
        for (int k = 1; k <= count; k++)
        {
            double y = (scale * row[row.Length - k]) - threshold;
            square += y * y;
        }
        return (square, count);
    }
}
