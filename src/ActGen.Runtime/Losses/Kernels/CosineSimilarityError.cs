namespace ActGen.CompilerServices;

/// <summary>−x·t/(‖x‖‖t‖), 0 with gradient 0 where x or t is 0: a row without a direction is similar to nothing. Keras' <c>CosineSimilarity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CosineSimilarityError : IRowLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The squares of all floats are doubles.
        double xx = 0, tt = 0, xt = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double x = double.CreateTruncating(outputs[i]), t = double.CreateTruncating(targets[i]);
            xx += x * x;
            tt += t * t;
            xt += x * t;
        }

        if (xx == 0 || tt == 0)
        {
            gradient.Clear();
            return 0;
        }

        double lengthX = double.Sqrt(xx), lengthT = double.Sqrt(tt), cosine = xt / lengthX / lengthT;
        for (int i = 0; i < gradient.Length; i++)
        {
            double x = double.CreateTruncating(outputs[i]) / lengthX, t = double.CreateTruncating(targets[i]) / lengthT;
            gradient[i] = T.CreateTruncating(((cosine * x) - t) / lengthX);
        }

        return -cosine;
    }
}
