namespace ActGen.CompilerServices;

/// <summary>What generated code does with whole rows.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Copies the worker's share of the rows.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="source">rows × width.</param>
    /// <param name="destination">rows × width; may not overlap the source.</param>
    public static void Copy(Work work, ReadOnlySpan<T> source, Span<T> destination)
    {
        if (work.Rows == 0)
            return;
        int width = source.Length / work.Rows;
        (int start, int end) = work.Share(work.Rows);
        source[(start * width)..(end * width)].CopyTo(destination[(start * width)..]);
    }
}
