namespace ActGen.CompilerServices;

/// <summary>A loss of a row of outputs against a row of as many real targets, which is no sum over its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowLoss
{
    /// <summary>The loss of one row and its gradient, undivided. Sums are taken in double, in ascending order.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as the outputs, or empty; assigned.</param>
    /// <param name="setting">The loss's first setting; any value where there is none.</param>
    /// <param name="other">Its second one.</param>
    /// <returns>The loss.</returns>
    static abstract double Row<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
