namespace ActGen.CompilerServices;

/// <summary>Chooses the narrowest vector that covers all columns, or the widest of the machine: a layer of 10 outputs is one vector of 16 lanes, one of 3 outputs a vector of 4.</summary>
/// <remarks>A vector that covers columns wider than its half reads beyond their end in the last row of a matrix only: for any other row these lanes are the next row's elements.</remarks>
internal static class CoveringWidth
{
    /// <summary>Runs a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="columns">Columns, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, T>(ref TKernel kernel, int columns)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns > Simd256<T>.Count && VectorWidth.Allows(512, Simd512<T>.IsSupported))
            kernel.Run<Simd512<T>>();
        else if (columns > Simd128<T>.Count && VectorWidth.Allows(256, Simd256<T>.IsSupported))
            kernel.Run<Simd256<T>>();
        else if (columns > 1 && VectorWidth.Allows(128, Simd128<T>.IsSupported))
            kernel.Run<Simd128<T>>();
        else
            kernel.Run<SimdScalar<T>>();
    }
}
