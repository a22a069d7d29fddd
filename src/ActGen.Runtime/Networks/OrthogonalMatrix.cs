namespace ActGen.CompilerServices;

/// <summary>A uniformly distributed matrix with orthonormal columns (rows, if it is wide), times a gain: Saxe, McClelland and Ganguli 2014.</summary>
/// <remarks>Gram–Schmidt on normal deviates, in double, each vector orthogonalised twice, which is enough for full
/// accuracy (Giraud, Langou, Rozložník 2005). The diagonal of R is positive, as the uniform distribution asks (Mezzadri 2007).</remarks>
internal static class OrthogonalMatrix
{
    /// <summary>Fills a matrix with <paramref name="columns"/> columns, row by row.</summary>
    public static void Fill(RandomStream stream, int tensor, double gain, int columns, Span<float> destination)
    {
        int rows = destination.Length / columns;
        bool tall = rows >= columns;
        int count = tall ? columns : rows;
        int length = tall ? rows : columns;
        var vectors = new double[count][];
        for (int v = 0; v < count; v++)
        {
            double[] vector = vectors[v] = new double[length];
            for (int i = 0; i < length; i++)
                vector[i] = RandomDeviates.Normal(stream, tensor, (uint)IndexOf(v, i));
            RemoveComponents(vector, vectors.AsSpan(0, v));
            RemoveComponents(vector, vectors.AsSpan(0, v));
            double norm = double.Sqrt(Dot(vector, vector));
            for (int i = 0; i < length; i++)
            {
                vector[i] /= norm;
                destination[IndexOf(v, i)] = (float)(gain * vector[i]);
            }
        }

        int IndexOf(int vector, int element) => tall ? (element * columns) + vector : (vector * columns) + element;
    }

    private static void RemoveComponents(double[] vector, ReadOnlySpan<double[]> basis)
    {
        foreach (double[] direction in basis)
        {
            double component = Dot(vector, direction);
            for (int i = 0; i < vector.Length; i++)
                vector[i] -= component * direction[i];
        }
    }

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
