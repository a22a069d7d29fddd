namespace ActGen.CompilerServices;

/// <summary>Chooses the widest vector that is not wider than the columns: a layer of 10 outputs runs on vectors of 8.</summary>
internal static class FittingWidth
{
    /// <summary>Runs a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="columns">Columns, at least 1.</param>
    public static void Run<TKernel, T>(ref TKernel kernel, int columns)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns >= Simd512<T>.Count && VectorWidth.Allows(512, Simd512<T>.IsSupported))
            kernel.Run<Simd512<T>>();
        else if (columns >= Simd256<T>.Count && VectorWidth.Allows(256, Simd256<T>.IsSupported))
            kernel.Run<Simd256<T>>();
        else if (columns >= Simd128<T>.Count && VectorWidth.Allows(128, Simd128<T>.IsSupported))
            kernel.Run<Simd128<T>>();
        else
            kernel.Run<SimdScalar<T>>();
    }

    /// <summary>Lanes of that vector.</summary>
    /// <param name="columns">Columns, at least 1.</param>
    public static int Lanes<T>(int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        columns >= Simd512<T>.Count && VectorWidth.Allows(512, Simd512<T>.IsSupported) ? Simd512<T>.Count
        : columns >= Simd256<T>.Count && VectorWidth.Allows(256, Simd256<T>.IsSupported) ? Simd256<T>.Count
        : columns >= Simd128<T>.Count && VectorWidth.Allows(128, Simd128<T>.IsSupported) ? Simd128<T>.Count
        : 1;
}
