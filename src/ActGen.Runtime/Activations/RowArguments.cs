using ActGen.CompilerServices;

namespace ActGen;

/// <summary>What every function of rows on spans demands of its arguments, checked before anything is written.</summary>
internal static class RowArguments
{
    /// <summary>What a function whose outputs are as many as its inputs will write; in place allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<float> Destination(ReadOnlySpan<float> source, Span<float> destination, int rowLength)
    {
        // A single row is whole without a division.
        if (rowLength != source.Length || rowLength < 1)
            CheckRows(source.Length, rowLength);
        return ElementwiseArguments.Destination(source, destination);
    }

    /// <summary>The rows of a function that makes them longer or shorter.</summary>
    /// <param name="source">Rows × <paramref name="rowLength"/>.</param>
    /// <param name="destination">What will be written.</param>
    /// <param name="rowLength">Elements of an input row.</param>
    /// <param name="parts">Number of which it must be a multiple.</param>
    /// <param name="outputs">Elements that will be written for <paramref name="parts"/> elements of the input.</param>
    public static Work Resized(ReadOnlySpan<float> source, ref Span<float> destination, int rowLength, int parts, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowLength, 1);
        if (rowLength % parts != 0)
            throw new ArgumentException($"rowLength is {rowLength}, which cannot be cut into {parts} equal parts.", nameof(rowLength));
        int length = checked(source.Length / parts * outputs);
        Work rows = Rows(source, destination, rowLength, length);
        destination = destination[..length];
        if (source.Overlaps(destination))
            throw new ArgumentException("destination overlaps source; rows of another length need memory of their own.", nameof(destination));
        return rows;
    }

    private static Work Rows(ReadOnlySpan<float> source, Span<float> destination, int rowLength, int needed)
    {
        CheckRows(source.Length, rowLength);
        if (destination.Length < needed)
            throw new ArgumentException($"destination has {destination.Length} elements; at least the {needed} are needed.", nameof(destination));
        return new Work(source.Length / rowLength);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckRows(int length, int rowLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowLength, 1);
        if (length % rowLength != 0)
            throw new ArgumentException($"source has {length} elements, which is not a whole number of rows of {rowLength}.", "source");
    }
}
