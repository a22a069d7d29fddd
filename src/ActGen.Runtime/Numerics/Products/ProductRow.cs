namespace ActGen.CompilerServices;

/// <summary>One row of C = A·B. Three ways to the same bits: mostly zeros are skipped, a matrix too large for the near caches is read as it lies in memory,
/// any other is swept a few vectors of columns at a time.</summary>
internal static unsafe class ProductRow<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Matrices beyond this size come from the second-level cache or from farther away.
    private const int NearCache = 256 * 1024;
    // Making a list of steps must cost less than the sweep that it shortens; the longest one is 16 KB of stack.
    private const int ShortestList = 64, LongestList = 4096;

    /// <summary>All columns; at least one vector of them.</summary>
    /// <param name="a">The row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">The row of C.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (TEpilogue.AddsZero && shape is { StepStrideA: 1, Steps: >= ShortestList and <= LongestList } && columns >= 2 * TVector.Count && Nonzeros.AreFew(a, shape.Steps))
        {
            Skipping(a, b, c, in shape, columns, in epilogue);
            return;
        }

        nint column = shape.Steps * columns * sizeof(T) > NearCache && columns > 8 * TVector.Count
            ? ProductStream<T, TVector>.Run(a, b, c, in shape, columns, in epilogue)
            : 0;
        if (column < columns)
            ProductSweep<T, TVector>.Run<EveryStep<T>, TEpilogue>(a, b, c, in shape, default, shape.Steps, column, columns, in epilogue);
    }

    /// <summary>Rows of B whose element of A is 0 are left out: fma(0, b, acc) is acc, but for the sign of a zero, and the epilogue adds +0.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Skipping<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        int* list = stackalloc int[LongestList + Nonzeros.Slack];
        list[0] = 0;
        nint count = Nonzeros.List(a, shape.Steps, list), first = list[0];
        list[count] = 0;
        ProductSweep<T, TVector>.Run<ListedSteps<T>, TEpilogue>(a + first, b + (first * shape.StepStrideB), c, in shape, new(list), count, 0, columns, in epilogue);
    }
}
