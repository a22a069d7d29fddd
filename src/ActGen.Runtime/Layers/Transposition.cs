namespace ActGen.CompilerServices;

/// <summary>Between the order in which images are declared, channel after channel, and that in which positions are computed, their channels side by side. Workers own rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Transposition<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Each row from features × positions to positions × features.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="features">Features of a position, the channels of an image.</param>
    /// <param name="source">rows × features × positions.</param>
    /// <param name="destination">rows × positions × features; may not overlap the source.</param>
    public static void FeaturesLast(Work work, int features, ReadOnlySpan<T> source, Span<T> destination) =>
        EachRow(work, features, RowShare.Width(work, source.Length) / features, source, destination);

    /// <summary>Each row from positions × features to features × positions.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="features">Features of a position, the channels of an image.</param>
    /// <param name="source">rows × positions × features.</param>
    /// <param name="destination">rows × features × positions; may not overlap the source.</param>
    public static void FeaturesFirst(Work work, int features, ReadOnlySpan<T> source, Span<T> destination) =>
        EachRow(work, RowShare.Width(work, source.Length) / features, features, source, destination);

    private static void EachRow(Work work, int height, int width, ReadOnlySpan<T> source, Span<T> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, source.Length);
        int length = height * width;
        (int start, int end) = work.OwnRows;
        for (int row = start; row < end; row++)
            Transpose<T>.Rows(source.Slice(row * length, length), height, width, 0, height, destination.Slice(row * length, length));
    }
}
