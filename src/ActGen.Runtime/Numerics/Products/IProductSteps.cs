namespace ActGen.CompilerServices;

/// <summary>How a sweep goes from one step of its chains to the next, as a type: the JIT compiles one sweep for each.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal unsafe interface IProductSteps<T>
    where T : unmanaged
{
    /// <summary>To the next step.</summary>
    /// <param name="a">The element of A.</param>
    /// <param name="b">The row of B.</param>
    /// <param name="stepA">From an element to the next one.</param>
    /// <param name="stepB">From a row to the next one.</param>
    void Advance(ref T* a, ref T* b, nint stepA, nint stepB);
}

/// <summary>Every step.</summary>
internal readonly unsafe struct EveryStep<T> : IProductSteps<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(ref T* a, ref T* b, nint stepA, nint stepB)
    {
        a += stepA;
        b += stepB;
    }
}

/// <summary>The steps of a list: those whose input is not 0.</summary>
/// <param name="list">The steps, and one more number, to which the last advance leads.</param>
internal unsafe struct ListedSteps<T>(int* list) : IProductSteps<T>
    where T : unmanaged
{
    private int* _list = list;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(ref T* a, ref T* b, nint stepA, nint stepB)
    {
        nint gap = _list[1] - _list[0];
        _list++;
        a += gap * stepA;
        b += gap * stepB;
    }
}
