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
        Rowwise<float>.Forward<Softmax>(source, RowArguments.Destination(source, destination, rowLength), rowLength);

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
        Rowwise<float>.Forward<LogSoftmax>(source, RowArguments.Destination(source, destination, rowLength), rowLength);

    /// <summary>Softmin of one row, softmax of −x: yᵢ = exp(min − xᵢ)/Σⱼ exp(min − xⱼ).</summary>
    /// <remarks>Every finite row gives finite probabilities that sum to 1. An element +∞ (a mask) has probability exactly 0; NaN, an element −∞, or a row of nothing but +∞
    /// give NaN. An empty row gives an empty row.</remarks>
    /// <param name="source">x.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being the same memory.</exception>
    public static void Softmin(ReadOnlySpan<float> source, Span<float> destination) => Softmin(source, destination, Math.Max(1, source.Length));

    /// <summary>Softmin of each row.</summary>
    /// <inheritdoc cref="Softmin(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="rowLength">Elements of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too short, or overlaps
    /// <paramref name="source"/> without being the same memory.</exception>
    public static void Softmin(ReadOnlySpan<float> source, Span<float> destination, int rowLength) =>
        Rowwise<float>.Forward<Softmin>(source, RowArguments.Destination(source, destination, rowLength), rowLength);

    /// <summary>Sparsemax of one row: yᵢ = max(xᵢ − τ, 0) with τ such that Σy = 1 (Martins &amp; Astudillo 2016).</summary>
    /// <remarks>Every finite row gives finite probabilities that sum to 1, many of them 0. An element −∞ (a mask) has probability exactly 0; NaN, an element +∞, or a row of nothing but −∞
    /// give NaN. An empty row gives an empty row.</remarks>
    /// <param name="source">x.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being the same memory.</exception>
    public static void Sparsemax(ReadOnlySpan<float> source, Span<float> destination) => Sparsemax(source, destination, Math.Max(1, source.Length));

    /// <summary>Sparsemax of each row.</summary>
    /// <inheritdoc cref="Sparsemax(ReadOnlySpan{float}, Span{float})" path="/remarks"/>
    /// <param name="source">x: rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="rowLength">Elements of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowLength"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is not a whole number of rows; <paramref name="destination"/> is too short, or overlaps
    /// <paramref name="source"/> without being the same memory.</exception>
    public static void Sparsemax(ReadOnlySpan<float> source, Span<float> destination, int rowLength) =>
        Rowwise<float>.Forward<Sparsemax>(source, RowArguments.Destination(source, destination, rowLength), rowLength);
}
