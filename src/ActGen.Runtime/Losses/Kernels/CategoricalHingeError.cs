namespace ActGen.CompilerServices;

/// <summary>max(0, 1 + max(0, max_j≠y x_j) − x_y), y the label: Keras' categorical hinge, where a 0 stands in the place of y among the others (Crammer &amp; Singer 2001 have none). The first of equal outputs gets the gradient, none that is not above 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CategoricalHingeError : ILabelLoss
{
    /// <inheritdoc/>
    public static bool DividesByWeights => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T, TVector>(ReadOnlySpan<T> outputs, int label, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // The largest is NaN if any of them is: no later element may replace it.
        int rival = label;
        double largest = 0;
        for (int i = 0; i < outputs.Length && !double.IsNaN(largest); i++)
        {
            double value = double.CreateTruncating(outputs[i]);
            if (i != label && !(value <= largest))
                (rival, largest) = (i, value);
        }

        double margin = 1 + (largest - double.CreateTruncating(outputs[label]));
        gradient.Clear();
        if (margin <= 0)
            return 0;
        if (!gradient.IsEmpty)
        {
            T slope = double.IsNaN(margin) ? T.NaN : T.One;
            gradient[rival] = slope;
            gradient[label] = -slope;
        }

        return margin;
    }
}
