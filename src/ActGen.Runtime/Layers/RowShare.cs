namespace ActGen.CompilerServices;

/// <summary>Which elements of a rows × width buffer a worker owns.</summary>
/// <remarks>Every operator cuts rows in the same way, so that a worker may read, without waiting, whatever it wrote
/// into its own rows in the operator before.</remarks>
internal static class RowShare
{
    /// <summary>The elements of this worker's rows.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="length">Elements of the whole buffer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Range Elements(Work work, int length) => work.Workers == 1 && work.Rows != 0 ? 0..length : OfSeveral(work, length);

    /// <summary>Elements of a row.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="length">Elements of the whole buffer.</param>
    public static int Width(Work work, int length) => work.Rows == 0 ? 0 : length / work.Rows;

    private static Range OfSeveral(Work work, int length)
    {
        int width = Width(work, length);
        (int start, int end) = work.OwnRows;
        return (start * width)..(end * width);
    }
}
