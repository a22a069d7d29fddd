using ActGen.CompilerServices;

namespace ActGen;

public static partial class Activations
{
    /// <summary>Softmax of one row: yᵢ = exp(xᵢ − max)/Σⱼ exp(xⱼ − max).</summary>
    /// <remarks>Every finite row gives finite probabilities that sum to 1. A logit −∞ (a mask) has probability exactly 0; NaN, a logit +∞, or a row of nothing but −∞
    /// give NaN. An empty row gives an empty row.</remarks>
    /// <param name="source">x, the logits.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being the same memory.</exception>
    public static void Softmax(ReadOnlySpan<float> source, Span<float> destination) => Softmax(source, destination, Math.Max(1, source.Length));

    /// <summary>Softmax of each row.</summary>
    /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="rowLength">Elements of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too short, or overlaps
    /// <paramref name="source"/> without being the same memory.</exception>
    public static void Softmax(ReadOnlySpan<float> source, Span<float> destination, int rowLength) =>
        Rowwise<float>.Forward<Softmax>(Rows(source, destination, rowLength), source, destination[..source.Length]);

    /// <summary>Log-softmax of one row: yᵢ = xᵢ − max − ln Σⱼ exp(xⱼ − max), without the loss of digits of a logarithm of probabilities.</summary>
    /// <remarks>A logit −∞ (a mask) gives −∞; NaN, a logit +∞, or a row of nothing but −∞ give NaN. An empty row gives an empty row.</remarks>
    /// <param name="source">x, the logits.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being the same memory.</exception>
    public static void LogSoftmax(ReadOnlySpan<float> source, Span<float> destination) => LogSoftmax(source, destination, Math.Max(1, source.Length));

    /// <summary>Log-softmax of each row.</summary>
    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="rowLength">Elements of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too short, or overlaps
    /// <paramref name="source"/> without being the same memory.</exception>
    public static void LogSoftmax(ReadOnlySpan<float> source, Span<float> destination, int rowLength) =>
        Rowwise<float>.Forward<LogSoftmax>(Rows(source, destination, rowLength), source, destination[..source.Length]);

    private static Work Rows(ReadOnlySpan<float> source, Span<float> destination, int rowLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowLength, 1);
        if (source.Length % rowLength != 0)
            throw new ArgumentException($"source has {source.Length} elements, which is not a whole number of rows of {rowLength}.", nameof(source));
        if (destination.Length < source.Length)
            throw new ArgumentException($"destination has {destination.Length} elements; at least the {source.Length} of source are needed.", nameof(destination));
        if (source.Overlaps(destination, out int offset) && offset != 0)
            throw new ArgumentException($"destination overlaps source by an offset of {offset} elements; they must be the same memory or apart.", nameof(destination));
        return new Work(source.Length / rowLength);
    }
}
