using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>128 bits: four floats or two doubles.</summary>
/// <remarks>Lanes of double lie in a vector of float too, and their operations in <see cref="Double128"/>: the JIT reads what it inlines to its end, and would load the vectors of all types
/// that are named there, for which a process waits before its first prediction.</remarks>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal unsafe struct Simd128<T> : ISimd<Simd128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Not readonly: an initializer stores it, where a constructor would be one more call for the JIT to inline into each operation.
    public Vector128<float> Value;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(Vector128<float>) / sizeof(T);
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Value = Vector128<float>.Zero };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector128.Create((float)value) }
        : new() { Value = Double128.Constant(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Broadcast(T value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector128.Create(*(float*)&value) }
        : new() { Value = Double128.Constant(*(double*)&value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Load(ref readonly T source, nuint index) => new() { Value = Vector128.LoadUnsafe(in source, index).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> MultiplyAdd(T* factor, T* source, Simd128<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector128.FusedMultiplyAdd(Vector128.Create(*(float*)factor), Vector128.LoadUnsafe(ref *(float*)source), addend.Value) }
        : new() { Value = Double128.MultiplyAdd(Double128.Constant(*(double*)factor), Vector128.LoadUnsafe(ref *(float*)source), addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd128<T> left, T* source, ref Simd128<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector128.FusedMultiplyAdd(left.Value, Vector128.LoadUnsafe(ref *(float*)source), sum.Value);
        else
            sum.Value = Double128.MultiplyAdd(left.Value, Vector128.LoadUnsafe(ref *(float*)source), sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(T* factor, Simd128<T> right, ref Simd128<T> sum)
    {
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector128.FusedMultiplyAdd(Vector128.Create(*(float*)factor), right.Value, sum.Value);
        else
            sum.Value = Double128.MultiplyAdd(Double128.Constant(*(double*)factor), right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd128<T> value, ref T destination, nuint index) => value.Value.As<float, T>().StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> LoadPart(T* source, int count, Simd128<T> padding)
    {
        if (Avx.IsSupported)
        {
            Vector128<float> first = First(count);
            Vector128<float> loaded = sizeof(T) == sizeof(float) ? Avx.MaskLoad((float*)source, first) : Double128.MaskLoad((double*)source, first);
            return new() { Value = Vector128.ConditionalSelect(first, loaded, padding.Value) };
        }

        Vector128<T> value = padding.Value.As<float, T>();
        for (int lane = 0; lane < count; lane++)
            value = value.WithElement(lane, source[lane]);
        return new() { Value = value.AsSingle() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd128<T> value, T* destination, int count)
    {
        // The masked store of AVX is a sequence of slow steps on several processors, that of AVX-512 is one.
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx512F.VL.MaskStore((float*)destination, First(count), value.Value);
        }
        else if (Avx512F.VL.IsSupported)
        {
            Double128.MaskStoreAvx512((double*)destination, First(count), value.Value);
        }
        else if (Avx.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx.MaskStore((float*)destination, First(count), value.Value);
        }
        else if (Avx.IsSupported)
        {
            Double128.MaskStore((double*)destination, First(count), value.Value);
        }
        else
        {
            for (int lane = 0; lane < count; lane++)
                destination[lane] = value.Value.As<float, T>().GetElement(lane);
        }
    }

    // Lanes one by one: permutations would be told by vectors of int, which are types that a first prediction waits for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd128<T> value)
    {
        if (sizeof(T) != sizeof(float))
            return Double128.SumOfLanes<T>(value.Value);
        float sum = value.Value.GetElement(0) + value.Value.GetElement(2) + (value.Value.GetElement(1) + value.Value.GetElement(3));
        return *(T*)&sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd128<T> value)
    {
        if (sizeof(T) != sizeof(float))
            return Double128.LargestLane<T>(value.Value);
        float largest = float.MaxNative(float.MaxNative(value.Value.GetElement(0), value.Value.GetElement(2)), float.MaxNative(value.Value.GetElement(1), value.Value.GetElement(3)));
        return *(T*)&largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator +(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value + right.Value } : new() { Value = Double128.Add(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value - right.Value } : new() { Value = Double128.Subtract(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator *(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value * right.Value } : new() { Value = Double128.Multiply(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator /(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = left.Value / right.Value } : new() { Value = Double128.Divide(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> value) => new() { Value = value.Value ^ Signs };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> MultiplyAdd(Simd128<T> left, Simd128<T> right, Simd128<T> addend) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector128.FusedMultiplyAdd(left.Value, right.Value, addend.Value) }
        : new() { Value = Double128.MultiplyAdd(left.Value, right.Value, addend.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Simd128<T> left, Simd128<T> right, ref Simd128<T> sum)
    {
        // Not one assignment of a choice: the address would wait for the choice, and the sum could not lie in a register.
        if (sizeof(T) == sizeof(float))
            sum.Value = Vector128.FusedMultiplyAdd(left.Value, right.Value, sum.Value);
        else
            sum.Value = Double128.MultiplyAdd(left.Value, right.Value, sum.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Sqrt(Simd128<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.Sqrt(value.Value) } : new() { Value = Double128.Sqrt(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Abs(Simd128<T> value) => new() { Value = Vector128.AndNot(value.Value, Signs) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Min(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.Min(left.Value, right.Value) } : new() { Value = Double128.Min(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Max(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.Max(left.Value, right.Value) } : new() { Value = Double128.Max(left.Value, right.Value) };

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtMost(Simd128<T> value, Simd128<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.MinNative(bound.Value, value.Value) } : new() { Value = Double128.MinNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtLeast(Simd128<T> value, Simd128<T> bound) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.MaxNative(bound.Value, value.Value) } : new() { Value = Double128.MaxNative(bound.Value, value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Round(Simd128<T> value) => sizeof(T) == sizeof(float)
        ? new() { Value = Vector128.Round(value.Value) }
        : new() { Value = Double128.Round(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> CopySign(Simd128<T> magnitude, Simd128<T> sign) =>
        new() { Value = Vector128.ConditionalSelect(Signs, sign.Value, magnitude.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> GreaterThan(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.GreaterThan(left.Value, right.Value) } : new() { Value = Double128.GreaterThan(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> GreaterThanOrEqual(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.GreaterThanOrEqual(left.Value, right.Value) } : new() { Value = Double128.GreaterThanOrEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AreEqual(Simd128<T> left, Simd128<T> right) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.Equals(left.Value, right.Value) } : new() { Value = Double128.AreEqual(left.Value, right.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> IsNaN(Simd128<T> value) => sizeof(T) == sizeof(float) ? new() { Value = Vector128.IsNaN(value.Value) } : new() { Value = Double128.IsNaN(value.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> And(Simd128<T> left, Simd128<T> right) => new() { Value = left.Value & right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Or(Simd128<T> left, Simd128<T> right) => new() { Value = left.Value | right.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Select(Simd128<T> mask, Simd128<T> whenTrue, Simd128<T> whenFalse) =>
        new() { Value = Vector128.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Lookup(Simd128<T> key, ReadOnlySpan<float> table)
    {
        Vector128<int> index = (key.Value.AsInt32() >> LookupTable.Shift) & Vector128.Create(LookupTable.Mask);
        return new() { Value = Vector128.Create(table[index[0]], table[index[1]], table[index[2]], table[index[3]]) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd128<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ScaleByPowerOfTwo(Simd128<T> value, Simd128<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new() { Value = Avx512F.VL.Scale(value.Value, exponent.Value) }
                : new() { Value = Double128.Scale(value.Value, exponent.Value) };
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd128<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd128<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Exponent(Simd128<T> value)
    {
        if (sizeof(T) == sizeof(float))
        {
            // The exponent field becomes the low bits of a number whose unit in the last place is 1.
            Vector128<uint> field = (value.Value.AsUInt32() >> 23) & Vector128.Create(0xFFu);
            Vector128<float> biased = (field | Vector128.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new() { Value = biased - Vector128.Create(Powers.TwoTo23 + 127f) };
        }
        return new() { Value = Double128.Exponent(value.Value) };
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd128<T> PowerOfTwo(Simd128<T> n) => sizeof(T) == sizeof(float)
        ? new() { Value = (((n.Value + Vector128.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector128.Create(1f).AsInt32()).AsSingle() }
        : new() { Value = Double128.PowerOfTwo(n.Value) };

    // The mask of the first lanes. Numbers of lanes are floats here: vectors of int would be types that a first prediction waits for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> First(int count) => sizeof(T) == sizeof(float)
        ? Vector128.GreaterThan(Vector128.Create((float)count), Vector128<float>.Indices)
        : Double128.First(count);

    // The sign bit of each lane.
    private static Vector128<float> Signs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float) ? Vector128.Create(-0f) : Double128.Constant(-0d);
    }
}
