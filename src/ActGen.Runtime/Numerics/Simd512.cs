using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>512 bits: sixteen floats or eight doubles.</summary>
/// <remarks>Lanes of double lie in a vector of float too, and their operations in <see cref="Double512"/>: the JIT reads what it inlines to its end, and would load the vectors of all types
/// that are named there, for which a process waits before its first prediction.</remarks>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal unsafe struct Simd512<T> : ISimd<Simd512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Not readonly: an initializer stores it, where the constructor would be one more call for the JIT to inline into each operation.
    public Vector512<float> Value;

    /// <summary>For what is written for these vectors alone.</summary>
    public Simd512(Vector512<float> value) => Value = value;

    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(Vector512<float>) / sizeof(T);
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Value = Vector512<float>.Zero };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.Create((float)value) }
        : new() { Value = Double512.Constant(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Broadcast(T value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.Create(*(float*)&value) }
        : new() { Value = Double512.Constant(*(double*)&value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Load(ref readonly T source, nuint index) => new() { Value = Vector512.LoadUnsafe(in source, index).AsSingle() };

    public static bool HasLaneBroadcast => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> BroadcastLane(Simd512<T> value, int lane) => sizeof(T) == sizeof(float)
        ? new() { Value = Avx512F.PermuteVar16x32(value.Value, Vector512.Create(lane)) }
        : new() { Value = Double512.BroadcastLane(value.Value, lane) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> MultiplyAdd(T* factor, T* source, Simd512<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.FusedMultiplyAdd(Vector512.Create(*(float*)factor), Vector512.LoadUnsafe(ref *(float*)source), addend.Value) }
        : new() { Value = Double512.MultiplyAdd(Double512.Constant(*(double*)factor), Vector512.LoadUnsafe(ref *(float*)source), addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd512<T> left, T* source, ref Simd512<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector512.FusedMultiplyAdd(left.Value, Vector512.LoadUnsafe(ref *(float*)source), sum.Value);
        else
            sum.Value = Double512.MultiplyAdd(left.Value, Vector512.LoadUnsafe(ref *(float*)source), sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(T* factor, Simd512<T> right, ref Simd512<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector512.FusedMultiplyAdd(Vector512.Create(*(float*)factor), right.Value, sum.Value);
        else
            sum.Value = Double512.MultiplyAdd(Double512.Constant(*(double*)factor), right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd512<T> value, ref T destination, nuint index) => value.Value.As<float, T>().StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> LoadPart(T* source, int count, Simd512<T> padding)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new() { Value = Avx512F.MaskLoad((float*)source, First(count), padding.Value) }
                : new() { Value = Double512.MaskLoad((double*)source, First(count), padding.Value) };
        }

        int half = Count / 2;
        return new(Vector512.Create(
            Simd256<T>.LoadPart(source, Math.Min(count, half), new() { Value = padding.Value.GetLower() }).Value,
            Simd256<T>.LoadPart(source + half, Math.Max(count - half, 0), new() { Value = padding.Value.GetUpper() }).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd512<T> value, T* destination, int count)
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx512F.MaskStore((float*)destination, First(count), value.Value);
        }
        else if (Avx512F.IsSupported)
        {
            Double512.MaskStore((double*)destination, First(count), value.Value);
        }
        else
        {
            int half = Count / 2;
            Simd256<T>.StorePart(new() { Value = value.Value.GetLower() }, destination, Math.Min(count, half));
            Simd256<T>.StorePart(new() { Value = value.Value.GetUpper() }, destination + half, Math.Max(count - half, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd512<T> value) => Simd256<T>.SumOfLanes(new Simd256<T>() { Value = value.Value.GetLower() } + new Simd256<T>() { Value = value.Value.GetUpper() });

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd512<T> value) => Simd256<T>.LargestLane(Simd256<T>.AtLeast(new() { Value = value.Value.GetUpper() }, new() { Value = value.Value.GetLower() }));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator +(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value + right.Value } : new() { Value = Double512.Add(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value - right.Value } : new() { Value = Double512.Subtract(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator *(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value * right.Value } : new() { Value = Double512.Multiply(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator /(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value / right.Value } : new() { Value = Double512.Divide(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> value) => new() { Value = value.Value ^ Signs };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> MultiplyAdd(Simd512<T> left, Simd512<T> right, Simd512<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.FusedMultiplyAdd(left.Value, right.Value, addend.Value) }
        : new() { Value = Double512.MultiplyAdd(left.Value, right.Value, addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd512<T> left, Simd512<T> right, ref Simd512<T> sum)
    {
        // Not one assignment of a choice: the address would wait for the choice, and the sum could not lie in a register.
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector512.FusedMultiplyAdd(left.Value, right.Value, sum.Value);
        else
            sum.Value = Double512.MultiplyAdd(left.Value, right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> MultiplySubtract(Simd512<T> left, Simd512<T> right, Simd512<T> subtrahend) => Avx512F.IsSupported && sizeof(T) == sizeof(float)
        ? new() { Value = Avx512F.FusedMultiplySubtract(left.Value, right.Value, subtrahend.Value) }
        : MultiplyAdd(left, right, -subtrahend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> NegatedMultiplyAdd(Simd512<T> left, Simd512<T> right, Simd512<T> addend) => Avx512F.IsSupported && sizeof(T) == sizeof(float)
        ? new() { Value = Avx512F.FusedMultiplyAddNegated(left.Value, right.Value, addend.Value) }
        : MultiplyAdd(-left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Sqrt(Simd512<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.Sqrt(value.Value) } : new() { Value = Double512.Sqrt(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Reciprocal(Simd512<T> value) => Avx512F.IsSupported && sizeof(T) == sizeof(float) && Processor.DividesSlowly
        ? new() { Value = Reciprocal512.Of(value.Value) }
        : Constant(1) / value;

    // Whether any bit of the exponent is set is one operation; the magnitude and its comparison would be two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> NormalOrZero(Simd512<T> value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.ConditionalSelect(Vector512.Equals(value.Value.AsInt32() & Vector512.Create(0x7F800000), Vector512<int>.Zero).AsSingle(), Vector512<float>.Zero, value.Value) }
        : Select(GreaterThan(Constant(Powers.SmallestDouble), Abs(value)), Zero, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Abs(Simd512<T> value) => new() { Value = Vector512.AndNot(value.Value, Signs) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Min(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.Min(left.Value, right.Value) } : new() { Value = Double512.Min(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Max(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.Max(left.Value, right.Value) } : new() { Value = Double512.Max(left.Value, right.Value) };

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtMost(Simd512<T> value, Simd512<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.MinNative(bound.Value, value.Value) } : new() { Value = Double512.MinNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtLeast(Simd512<T> value, Simd512<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.MaxNative(bound.Value, value.Value) } : new() { Value = Double512.MaxNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Round(Simd512<T> value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector512.Round(value.Value) }
        : new() { Value = Double512.Round(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> CopySign(Simd512<T> magnitude, Simd512<T> sign) =>
        new() { Value = Vector512.ConditionalSelect(Signs, sign.Value, magnitude.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> GreaterThan(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.GreaterThan(left.Value, right.Value) } : new() { Value = Double512.GreaterThan(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> GreaterThanOrEqual(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.GreaterThanOrEqual(left.Value, right.Value) } : new() { Value = Double512.GreaterThanOrEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AreEqual(Simd512<T> left, Simd512<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.Equals(left.Value, right.Value) } : new() { Value = Double512.AreEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> IsNaN(Simd512<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector512.IsNaN(value.Value) } : new() { Value = Double512.IsNaN(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> And(Simd512<T> left, Simd512<T> right) => new() { Value = left.Value & right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Or(Simd512<T> left, Simd512<T> right) => new() { Value = left.Value | right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Select(Simd512<T> mask, Simd512<T> whenTrue, Simd512<T> whenFalse) =>
        new() { Value = Vector512.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Lookup(Simd512<T> key, ReadOnlySpan<float> table)
    {
        if (Avx512F.IsSupported)
        {
            // The instruction reads the five low bits of each index.
            Vector512<int> index = key.Value.AsInt32() >> LookupTable.Shift;
            ref float first = ref MemoryMarshal.GetReference(table);
            return new() { Value = Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref first), index, Vector512.LoadUnsafe(ref first, 16)) };
        }

        return new(Vector512.Create(
            Simd256<T>.Lookup(new() { Value = key.Value.GetLower() }, table).Value,
            Simd256<T>.Lookup(new() { Value = key.Value.GetUpper() }, table).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd512<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ScaleByPowerOfTwo(Simd512<T> value, Simd512<T> exponent)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new() { Value = Avx512F.Scale(value.Value, exponent.Value) }
                : new() { Value = Double512.Scale(value.Value, exponent.Value) };
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd512<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd512<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Exponent(Simd512<T> value)
    {
        if (sizeof(T) == sizeof(float))
        {
            // The exponent field becomes the low bits of a number whose unit in the last place is 1.
            Vector512<uint> field = (value.Value.AsUInt32() >> 23) & Vector512.Create(0xFFu);
            Vector512<float> biased = (field | Vector512.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new() { Value = biased - Vector512.Create(Powers.TwoTo23 + 127f) };
        }
        return new() { Value = Double512.Exponent(value.Value) };
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd512<T> PowerOfTwo(Simd512<T> n) => sizeof(T) == sizeof(float)
        ? new() { Value = (((n.Value + Vector512.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector512.Create(1f).AsInt32()).AsSingle() }
        : new() { Value = Double512.PowerOfTwo(n.Value) };

    // The mask of the first lanes. Numbers of lanes are floats here: vectors of int would be types that a first prediction waits for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> First(int count) => sizeof(T) == sizeof(float)
        ? Vector512.GreaterThan(Vector512.Create((float)count), Vector512<float>.Indices)
        : Double512.First(count);

    // The sign bit of each lane.
    private static Vector512<float> Signs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float) ? Vector512.Create(-0f) : Double512.Constant(-0d);
    }
}
