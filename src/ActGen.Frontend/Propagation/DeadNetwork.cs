namespace ActGen.Frontend.Propagation;

/// <summary>One simulated network: the rows that pass a gradient up to some layer.</summary>
/// <param name="seed">Its number.</param>
/// <param name="rows">The values of each row.</param>
internal sealed class DeadNetwork(uint seed, IReadOnlyList<double[]> rows)
{
    /// <summary>Behind the first layer rows lie in one orthant, and come closer to one another in each that follows: more of them tell nothing new.</summary>
    public const int MostRows = 8;

    /// <summary>The probability that the layers so far let a row pass.</summary>
    public double Alive { get; private set; } = 1;

    /// <summary>Values of the rows that pass; none where the network is dead.</summary>
    public IReadOnlyList<double[]> Rows { get; private set; } = rows;

    /// <summary>The random numbers of one layer.</summary>
    public DeadRandom Random(uint stream) => new(seed, stream);

    /// <summary>Passes a layer.</summary>
    /// <param name="dying">The probability that it dies.</param>
    /// <param name="rows">What is left where it does not.</param>
    public void Pass(double dying, List<double[]> rows)
    {
        Alive *= 1 - dying;
        Rows = rows.Count > MostRows ? Farthest(rows) : rows;
    }

    /// <summary>Of many rows the smallest, at which a bounded activation is least likely to be flat, and those whose directions are least alike:
    /// each next one is the farthest from all before it.</summary>
    private static List<double[]> Farthest(List<double[]> rows)
    {
        var kept = new List<double[]>();
        double[] distances = [.. Enumerable.Repeat(double.PositiveInfinity, rows.Count)];
        double[] squares = [.. rows.Select(row => row.Sum(x => x * x))];
        for (int next = Array.IndexOf(squares, squares.Min()); kept.Count < MostRows; next = Array.IndexOf(distances, distances.Max()))
        {
            kept.Add(rows[next]);
            for (int i = 0; i < distances.Length; i++)
                distances[i] = Math.Min(distances[i], -Cosine(rows[i], rows[next]));
        }
        return kept;
    }

    private static double Cosine(double[] one, double[] other)
    {
        double product = 0, square = 0, otherSquare = 0;
        for (int i = 0; i < one.Length; i++)
        {
            product += one[i] * other[i];
            square += one[i] * one[i];
            otherSquare += other[i] * other[i];
        }
        return square > 0 && otherSquare > 0 ? product / Math.Sqrt(square * otherSquare) : 1;
    }
}
