namespace ActGen.CompilerServices;

/// <summary>Steps of a chain whose elements of A lie at equal distances, and so do its rows of B. A chain is a list of them, one behind the other.</summary>
/// <param name="a">From the first element of A of a row to that of the segment.</param>
/// <param name="b">Row of B of the first step.</param>
/// <param name="steps">Number of steps, at least 1.</param>
internal unsafe struct ProductSegment<T>(nint a, T* b, nint steps)
    where T : unmanaged
{
    public nint A = a;
    public T* B = b;
    public nint Steps = steps;
}
