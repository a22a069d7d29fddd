using System.Runtime.Intrinsics;

namespace ActGen.CompilerServices;

/// <summary>The one place that decides at which vector width a kernel runs.</summary>
internal static class VectorWidth
{
    /// <summary>A width in bits (512, 256, 128, or <see cref="Scalar"/>) at which every kernel must run, or 0 for the widest of
    /// the machine. Tests force widths, also those that this machine has to emulate; the results must not change by a bit.</summary>
    public static int Forced;

    /// <summary>The value of <see cref="Forced"/> that means one lane.</summary>
    public const int Scalar = 1;

    /// <summary>Whether a kernel that chooses a width by its sizes may take this one.</summary>
    /// <param name="width">Its bits.</param>
    /// <param name="supported">Whether this machine has it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Allows(int width, bool supported) => Forced == 0 ? supported : Forced >= width;

    /// <summary>Lanes of the widest vector, at which <see cref="Run{TKernel, T}(ref TKernel)"/> runs a kernel.</summary>
    public static int Lanes<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Allows(512, Simd512<T>.IsSupported) ? Simd512<T>.Count : Allows(256, Simd256<T>.IsSupported) ? Simd256<T>.Count : Allows(128, Simd128<T>.IsSupported) ? Simd128<T>.Count : 1;

    /// <summary>Runs a kernel at the widest width that this machine has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, T>(ref TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Forced != 0)
            RunForced<TKernel, T>(ref kernel);
        else if (Vector512.IsHardwareAccelerated)
            kernel.Run<Simd512<T>>();
        else
            RunNarrower<TKernel, T>(ref kernel);
    }

    /// <summary>The same for a kernel without results that nobody gets the address of, so that its fields may live in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, T>(TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Forced != 0)
            RunForcedCopy<TKernel, T>(kernel);
        else if (Vector512.IsHardwareAccelerated)
            kernel.Run<Simd512<T>>();
        else
            RunNarrower<TKernel, T>(ref kernel);
    }

    // Each width is named in a method of its own: what the JIT inlines it reads to its end, and it loads the types of widths that this machine never uses.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunNarrower<TKernel, T>(ref TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector256.IsHardwareAccelerated)
            kernel.Run<Simd256<T>>();
        else
            RunNarrowest<TKernel, T>(ref kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunNarrowest<TKernel, T>(ref TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector128.IsHardwareAccelerated)
            kernel.Run<Simd128<T>>();
        else
            kernel.Run<SimdScalar<T>>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunForcedCopy<TKernel, T>(TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RunForced<TKernel, T>(ref kernel);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunForced<TKernel, T>(ref TKernel kernel)
        where TKernel : struct, IVectorKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (Forced)
        {
            case 512:
                kernel.Run<Simd512<T>>();
                break;
            case 256:
                kernel.Run<Simd256<T>>();
                break;
            case 128:
                kernel.Run<Simd128<T>>();
                break;
            case Scalar:
                kernel.Run<SimdScalar<T>>();
                break;
            default:
                throw new InvalidOperationException($"A kernel can be forced to 512, 256, 128 bits or {Scalar} lane, not {Forced}.");
        }
    }
}
