using System.Runtime.Intrinsics;

namespace ActGen.CompilerServices;

/// <summary>A function of a row alone, by the narrowest vector that covers it: three classes are one vector of four, which is folded twice instead of four times.</summary>
/// <remarks>Each width is named in a method of its own that need not be inlined: until they are compiled again, after the first calls, only the types of the width that is used are loaded.</remarks>
internal static unsafe class RowwiseRow<T, TFunction>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFunction : IRowFunction
{
    /// <inheritdoc cref="IRowFunction.Forward"/>
    public static void Forward(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
    {
        if (x.Length * sizeof(T) > sizeof(Vector256<byte>) && VectorWidth.Allows(512, Vector512.IsHardwareAccelerated))
            By512(x, y, kept);
        else if (x.Length * sizeof(T) > sizeof(Vector128<byte>) && VectorWidth.Allows(256, Vector256.IsHardwareAccelerated))
            By256(x, y, kept);
        else if (VectorWidth.Allows(128, Vector128.IsHardwareAccelerated))
            By128(x, y, kept);
        else
            ByElement(x, y, kept);
    }

    private static void By512(ReadOnlySpan<T> x, Span<T> y, Span<T> kept) => TFunction.Forward<T, Simd512<T>>(x, y, kept);

    private static void By256(ReadOnlySpan<T> x, Span<T> y, Span<T> kept) => TFunction.Forward<T, Simd256<T>>(x, y, kept);

    private static void By128(ReadOnlySpan<T> x, Span<T> y, Span<T> kept) => TFunction.Forward<T, Simd128<T>>(x, y, kept);

    private static void ByElement(ReadOnlySpan<T> x, Span<T> y, Span<T> kept) => TFunction.Forward<T, SimdScalar<T>>(x, y, kept);
}
