namespace ActGen.CompilerServices;

/// <summary>The elements of one group of features, which lie at each position of a row side by side, a block at a time in one piece.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal static class GroupElements<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements of a block: that of the reductions along a row.</summary>
    public const int Block = 4096;

    /// <summary>Copies elements of a group.</summary>
    /// <param name="row">positions × features; or one position, which then stands for all.</param>
    /// <param name="features">Features of a position.</param>
    /// <param name="first">The group's first feature.</param>
    /// <param name="width">Its features.</param>
    /// <param name="start">Its first element that is wanted.</param>
    /// <param name="destination">Room for as many as are wanted.</param>
    public static void Gather(ReadOnlySpan<T> row, int features, int first, int width, int start, Span<T> destination)
    {
        int stride = row.Length == features ? 0 : features;
        for (int i = 0; i < destination.Length;)
        {
            int position = (start + i) / width, feature = (start + i) % width, length = Math.Min(width - feature, destination.Length - i);
            row.Slice((position * stride) + first + feature, length).CopyTo(destination[i..]);
            i += length;
        }
    }
}
