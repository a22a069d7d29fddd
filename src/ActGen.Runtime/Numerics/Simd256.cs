using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>256 bits: eight floats or four doubles.</summary>
/// <remarks>Lanes of double lie in a vector of float too, and their operations in <see cref="Double256"/>: the JIT reads what it inlines to its end, and would load the vectors of all types
/// that are named there, for which a process waits before its first prediction.</remarks>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal unsafe struct Simd256<T> : ISimd<Simd256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Not readonly: an initializer stores it, where the constructor would be one more call for the JIT to inline into each operation.
    public Vector256<float> Value;

    /// <summary>For what is written for these vectors alone.</summary>
    public Simd256(Vector256<float> value) => Value = value;

    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(Vector256<float>) / sizeof(T);
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Value = Vector256<float>.Zero };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector256.Create((float)value) }
        : new() { Value = Double256.Constant(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Broadcast(T value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector256.Create(*(float*)&value) }
        : new() { Value = Double256.Constant(*(double*)&value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Load(ref readonly T source, nuint index) => new() { Value = Vector256.LoadUnsafe(in source, index).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> MultiplyAdd(T* factor, T* source, Simd256<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector256.FusedMultiplyAdd(Vector256.Create(*(float*)factor), Vector256.LoadUnsafe(ref *(float*)source), addend.Value) }
        : new() { Value = Double256.MultiplyAdd(Double256.Constant(*(double*)factor), Vector256.LoadUnsafe(ref *(float*)source), addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd256<T> left, T* source, ref Simd256<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector256.FusedMultiplyAdd(left.Value, Vector256.LoadUnsafe(ref *(float*)source), sum.Value);
        else
            sum.Value = Double256.MultiplyAdd(left.Value, Vector256.LoadUnsafe(ref *(float*)source), sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(T* factor, Simd256<T> right, ref Simd256<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector256.FusedMultiplyAdd(Vector256.Create(*(float*)factor), right.Value, sum.Value);
        else
            sum.Value = Double256.MultiplyAdd(Double256.Constant(*(double*)factor), right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd256<T> value, ref T destination, nuint index) => value.Value.As<float, T>().StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> LoadPart(T* source, int count, Simd256<T> padding)
    {
        if (Avx.IsSupported)
        {
            Vector256<float> first = First(count);
            Vector256<float> loaded = sizeof(T) == sizeof(float) ? Avx.MaskLoad((float*)source, first) : Double256.MaskLoad((double*)source, first);
            return new() { Value = Vector256.ConditionalSelect(first, loaded, padding.Value) };
        }

        int half = Count / 2;
        return new(Vector256.Create(
            Simd128<T>.LoadPart(source, Math.Min(count, half), new() { Value = padding.Value.GetLower() }).Value,
            Simd128<T>.LoadPart(source + half, Math.Max(count - half, 0), new() { Value = padding.Value.GetUpper() }).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd256<T> value, T* destination, int count)
    {
        // The masked store of AVX is a sequence of slow steps on several processors, that of AVX-512 is one.
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx512F.VL.MaskStore((float*)destination, First(count), value.Value);
        }
        else if (Avx512F.VL.IsSupported)
        {
            Double256.MaskStoreAvx512((double*)destination, First(count), value.Value);
        }
        else if (Avx.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx.MaskStore((float*)destination, First(count), value.Value);
        }
        else if (Avx.IsSupported)
        {
            Double256.MaskStore((double*)destination, First(count), value.Value);
        }
        else
        {
            int half = Count / 2;
            Simd128<T>.StorePart(new() { Value = value.Value.GetLower() }, destination, Math.Min(count, half));
            Simd128<T>.StorePart(new() { Value = value.Value.GetUpper() }, destination + half, Math.Max(count - half, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd256<T> value) => Simd128<T>.SumOfLanes(new Simd128<T>() { Value = value.Value.GetLower() } + new Simd128<T>() { Value = value.Value.GetUpper() });

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd256<T> value) => Simd128<T>.LargestLane(Simd128<T>.AtLeast(new() { Value = value.Value.GetUpper() }, new() { Value = value.Value.GetLower() }));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator +(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value + right.Value } : new() { Value = Double256.Add(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value - right.Value } : new() { Value = Double256.Subtract(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator *(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value * right.Value } : new() { Value = Double256.Multiply(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator /(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value / right.Value } : new() { Value = Double256.Divide(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> value) => new() { Value = value.Value ^ Signs };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> MultiplyAdd(Simd256<T> left, Simd256<T> right, Simd256<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector256.FusedMultiplyAdd(left.Value, right.Value, addend.Value) }
        : new() { Value = Double256.MultiplyAdd(left.Value, right.Value, addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd256<T> left, Simd256<T> right, ref Simd256<T> sum)
    {
        // Not one assignment of a choice: the address would wait for the choice, and the sum could not lie in a register.
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector256.FusedMultiplyAdd(left.Value, right.Value, sum.Value);
        else
            sum.Value = Double256.MultiplyAdd(left.Value, right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> MultiplySubtract(Simd256<T> left, Simd256<T> right, Simd256<T> subtrahend) => Fma.IsSupported && sizeof(T) == sizeof(float)
        ? new() { Value = Fma.MultiplySubtract(left.Value, right.Value, subtrahend.Value) }
        : MultiplyAdd(left, right, -subtrahend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> NegatedMultiplyAdd(Simd256<T> left, Simd256<T> right, Simd256<T> addend) => Fma.IsSupported && sizeof(T) == sizeof(float)
        ? new() { Value = Fma.MultiplyAddNegated(left.Value, right.Value, addend.Value) }
        : MultiplyAdd(-left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Sqrt(Simd256<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.Sqrt(value.Value) } : new() { Value = Double256.Sqrt(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Abs(Simd256<T> value) => new() { Value = Vector256.AndNot(value.Value, Signs) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Min(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.Min(left.Value, right.Value) } : new() { Value = Double256.Min(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Max(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.Max(left.Value, right.Value) } : new() { Value = Double256.Max(left.Value, right.Value) };

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtMost(Simd256<T> value, Simd256<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.MinNative(bound.Value, value.Value) } : new() { Value = Double256.MinNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtLeast(Simd256<T> value, Simd256<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.MaxNative(bound.Value, value.Value) } : new() { Value = Double256.MaxNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Round(Simd256<T> value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector256.Round(value.Value) }
        : new() { Value = Double256.Round(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> CopySign(Simd256<T> magnitude, Simd256<T> sign) =>
        new() { Value = Vector256.ConditionalSelect(Signs, sign.Value, magnitude.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> GreaterThan(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.GreaterThan(left.Value, right.Value) } : new() { Value = Double256.GreaterThan(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> GreaterThanOrEqual(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.GreaterThanOrEqual(left.Value, right.Value) } : new() { Value = Double256.GreaterThanOrEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AreEqual(Simd256<T> left, Simd256<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.Equals(left.Value, right.Value) } : new() { Value = Double256.AreEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> IsNaN(Simd256<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector256.IsNaN(value.Value) } : new() { Value = Double256.IsNaN(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> And(Simd256<T> left, Simd256<T> right) => new() { Value = left.Value & right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Or(Simd256<T> left, Simd256<T> right) => new() { Value = left.Value | right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Select(Simd256<T> mask, Simd256<T> whenTrue, Simd256<T> whenFalse) =>
        new() { Value = Vector256.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Lookup(Simd256<T> key, ReadOnlySpan<float> table)
    {
        if (Avx2.IsSupported)
        {
            Vector256<int> index = (key.Value.AsInt32() >> LookupTable.Shift) & Vector256.Create(LookupTable.Mask);
            return new() { Value = Avx2.GatherVector256((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(table)), index, sizeof(float)) };
        }

        return new(Vector256.Create(
            Simd128<T>.Lookup(new() { Value = key.Value.GetLower() }, table).Value,
            Simd128<T>.Lookup(new() { Value = key.Value.GetUpper() }, table).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd256<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ScaleByPowerOfTwo(Simd256<T> value, Simd256<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new() { Value = Avx512F.VL.Scale(value.Value, exponent.Value) }
                : new() { Value = Double256.Scale(value.Value, exponent.Value) };
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd256<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd256<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Exponent(Simd256<T> value)
    {
        if (sizeof(T) == sizeof(float))
        {
            // The exponent field becomes the low bits of a number whose unit in the last place is 1.
            Vector256<uint> field = (value.Value.AsUInt32() >> 23) & Vector256.Create(0xFFu);
            Vector256<float> biased = (field | Vector256.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new() { Value = biased - Vector256.Create(Powers.TwoTo23 + 127f) };
        }
        return new() { Value = Double256.Exponent(value.Value) };
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd256<T> PowerOfTwo(Simd256<T> n) => sizeof(T) == sizeof(float)
        ? new() { Value = (((n.Value + Vector256.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector256.Create(1f).AsInt32()).AsSingle() }
        : new() { Value = Double256.PowerOfTwo(n.Value) };

    // The mask of the first lanes. Numbers of lanes are floats here: vectors of int would be types that a first prediction waits for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> First(int count) => sizeof(T) == sizeof(float)
        ? Vector256.GreaterThan(Vector256.Create((float)count), Vector256<float>.Indices)
        : Double256.First(count);

    // The sign bit of each lane.
    private static Vector256<float> Signs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float) ? Vector256.Create(-0f) : Double256.Constant(-0d);
    }
}
