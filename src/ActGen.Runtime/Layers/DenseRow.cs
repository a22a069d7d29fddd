using System.Runtime.Intrinsics;

namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) for one row of a narrow layer, which is what a prediction of a small network consists of: one call for each layer, and where one vector
/// covers the outputs nothing in memory but x, W, b and y.</summary>
internal static unsafe class DenseRow<T, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    /// <summary>Whether f can follow the product at once: of a vector alone any f, of several a cheap one. Formulas with parameters, which would first be
    /// broadcast, and widths that a test asks for go the way of batches. All but the last is known to the JIT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Takes(int outputs) =>
        Narrow.Is(outputs) && TActivation.ParameterDefaults.IsEmpty && (TActivation.IsCheap || outputs * sizeof(T) <= (Vector512.IsHardwareAccelerated ? sizeof(Vector512<byte>) : sizeof(T))) && VectorWidth.Forced == 0;

    /// <summary>The row, by vectors of the machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
    {
        if (outputs * sizeof(T) > sizeof(Vector256<byte>) && Vector512.IsHardwareAccelerated)
            Run512(in input, in weights, in bias, ref output, inputs, outputs);
        else
            RunNarrower(in input, in weights, in bias, ref output, inputs, outputs);
    }

    // Each width is named in a method of its own, and sizes are compared by sizeof: a method that is inlined the JIT reads to its end, and loads the types in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunNarrower(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
    {
        if (outputs * sizeof(T) > sizeof(Vector128<byte>) && Vector256.IsHardwareAccelerated)
            Run256(in input, in weights, in bias, ref output, inputs, outputs);
        else
            RunNarrowest(in input, in weights, in bias, ref output, inputs, outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunNarrowest(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
    {
        if (outputs > 1 && Vector128.IsHardwareAccelerated)
            Run<Simd128<T>>(in input, in weights, in bias, ref output, inputs, outputs);
        else
            Run<SimdScalar<T>>(in input, in weights, in bias, ref output, inputs, outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run512(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs) =>
        Run<Simd512<T>>(in input, in weights, in bias, ref output, inputs, outputs);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run256(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs) =>
        Run<Simd256<T>>(in input, in weights, in bias, ref output, inputs, outputs);

    /// <summary>The row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TVector>(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (outputs * sizeof(T) > sizeof(TVector))
            SeveralVectors<TVector>(in input, in weights, in bias, ref output, inputs, outputs);
        else if (outputs * sizeof(T) == sizeof(TVector))
            OneVector<TVector, WholeVector>(in input, in weights, in bias, ref output, inputs, outputs);
        else
            OneVector<TVector, PartOfVector>(in input, in weights, in bias, ref output, inputs, outputs);
    }

    /// <summary>As many outputs as a vector has lanes, or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector<TVector, TLanes>(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
    {
        if (inputs / Narrow.Segments * sizeof(T) >= sizeof(TVector) && TVector.HasLaneBroadcast)
            OneVector<TVector, TLanes, LongRow>(in input, in weights, in bias, ref output, inputs, outputs);
        else
            OneVector<TVector, TLanes, ShortRow>(in input, in weights, in bias, ref output, inputs, outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneVector<TVector, TLanes, TLength>(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
        where TVector : unmanaged, ISimd<TVector, T>
        where TLanes : unmanaged, IRowLanes
        where TLength : unmanaged, IRowLength
    {
        fixed (T* x = &input, w = &weights, b = &bias, y = &output)
        {
            TVector z = NarrowRow<T, TVector>.OneVector<TLanes, TLength>(x, w, inputs, outputs);
            // As AddBias has it.
            z += b == null ? default : RowVector<T, TVector>.Load<TLanes>(b, outputs) + default(TVector);
            RowVector<T, TVector>.Store<TLanes>(TActivation.Forward<TVector, Accurate>(z, default), y, outputs);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SeveralVectors<TVector>(ref readonly T input, ref readonly T weights, ref readonly T bias, ref T output, int inputs, int outputs)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        fixed (T* x = &input, w = &weights, b = &bias, y = &output)
        {
            AddBiasAndActivate<T, TVector, TActivation> activate = new(b, default);
            NarrowRow<T, TVector>.SeveralVectors(x, w, y, inputs, outputs, in activate);
        }
    }
}
