namespace ActGen.CompilerServices;

/// <summary>max(0, 1 + max_j≠y x_j − x_y), y the label (Crammer &amp; Singer 2001); of equal outputs the first gets the gradient. Keras' categorical hinge has a 0 in the place of y among the others; this one has not.</summary>
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
        gradient.Clear();
        if (outputs.Length == 1)
            return 0;
        int rival = label == 0 ? 1 : 0;
        for (int i = rival + 1; i < outputs.Length; i++)
        {
            if (i != label && !(outputs[i] <= outputs[rival]))
                rival = i;
        }

        double margin = 1 + (double.CreateTruncating(outputs[rival]) - double.CreateTruncating(outputs[label]));
        if (!gradient.IsEmpty && !(margin <= 0))
        {
            gradient[rival] = T.One;
            gradient[label] = -T.One;
        }

        return margin <= 0 ? 0 : margin;
    }
}
