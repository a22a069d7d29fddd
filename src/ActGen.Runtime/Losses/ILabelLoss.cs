namespace ActGen.CompilerServices;

/// <summary>A loss of a row of outputs against the index of its class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILabelLoss
{
    /// <summary>Whether the mean is divided by the class weights of the labels, as PyTorch's cross-entropies are; otherwise by the number of rows.</summary>
    static abstract bool DividesByWeights { get; }

    /// <summary>The loss of one row and its gradient, neither weighted nor divided.</summary>
    /// <param name="outputs">One for each class.</param>
    /// <param name="label">The class.</param>
    /// <param name="gradient">As long as the outputs, or empty; assigned.</param>
    /// <param name="setting">The loss's first setting; any value where there is none.</param>
    /// <param name="other">Its second one.</param>
    /// <returns>The loss.</returns>
    static abstract double Row<T, TVector>(ReadOnlySpan<T> outputs, int label, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>;
}
