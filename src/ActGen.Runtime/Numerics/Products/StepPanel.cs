namespace ActGen.CompilerServices;

/// <summary>Some rows of a transposed A, whose rows are neighbours and whose steps are far apart, copied so that the steps follow each other in memory.</summary>
internal static unsafe class StepPanel<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Steps that are asked for before they are copied.</summary>
    private const int StepsAhead = 16;

    /// <summary>From a step to the next one: whole vectors, so that none lies across two cache lines.</summary>
    /// <param name="rows">How many rows.</param>
    public static nint Stride(nint rows) => (rows + TVector.Count - 1) / TVector.Count * TVector.Count;

    /// <summary>Writes some rows of all steps.</summary>
    /// <param name="a">The first row.</param>
    /// <param name="panel">Where they are copied, <see cref="Stride"/> elements for each step.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="stride">From a step of A to the next one.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="left">How many there are from the first one on: what may be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(T* a, T* panel, nint steps, nint stride, nint rows, nint left)
    {
        nint width = Stride(rows);
        if (width > left)
        {
            InPart(a, panel, steps, stride, rows);
            return;
        }
        for (; steps > 0; steps--)
        {
            Prefetch.Line(a + (StepsAhead * stride));
            for (nint row = 0; row < width; row += TVector.Count)
                TVector.Store(TVector.Load(in *(a + row), 0), ref *(panel + row), 0);
            a += stride;
            panel += width;
        }
    }

    /// <summary>The last rows: nothing behind them is read.</summary>
    private static void InPart(T* a, T* panel, nint steps, nint stride, nint rows)
    {
        for (; steps > 0; steps--)
        {
            for (nint row = 0; row < rows; row += TVector.Count)
                TVector.Store(RowVector<T, TVector>.Load(a + row, RowVector<T, TVector>.Lanes((nuint)(rows - row))), ref *(panel + row), 0);
            a += stride;
            panel += Stride(rows);
        }
    }
}
