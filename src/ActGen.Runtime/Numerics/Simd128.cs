using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>128 bits: four floats or two doubles.</summary>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal readonly unsafe struct Simd128<T>(Vector128<T> value) : ISimd<Simd128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector128<T> Value = value;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new(Vector128.Create((float)value).As<float, T>())
        : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Load(ref readonly T source, nuint index) => new(Vector128.LoadUnsafe(in source, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> MultiplyAdd(Simd128<T> left, T* source, Simd128<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector128.FusedMultiplyAdd(left.Value.AsSingle(), Vector128.LoadUnsafe(ref *(float*)source), addend.Value.AsSingle()).As<float, T>())
        : new(Vector128.FusedMultiplyAdd(left.Value.AsDouble(), Vector128.LoadUnsafe(ref *(double*)source), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd128<T> value, ref T destination, nuint index) => value.Value.StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> LoadPart(T* source, int count, Simd128<T> padding)
    {
        if (Avx.IsSupported)
        {
            Vector128<T> first = First(count);
            Vector128<T> loaded = sizeof(T) == sizeof(float)
                ? Avx.MaskLoad((float*)source, first.AsSingle()).As<float, T>()
                : Avx.MaskLoad((double*)source, first.AsDouble()).As<double, T>();
            return new(Vector128.ConditionalSelect(first, loaded, padding.Value));
        }

        Vector128<T> value = padding.Value;
        for (int lane = 0; lane < count; lane++)
            value = value.WithElement(lane, source[lane]);
        return new(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd128<T> value, T* destination, int count)
    {
        // The masked store of AVX is a sequence of slow steps on several processors, that of AVX-512 is one.
        if (Avx512F.VL.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx512F.VL.MaskStore((float*)destination, First(count).AsSingle(), value.Value.AsSingle());
        }
        else if (Avx512F.VL.IsSupported)
        {
            Avx512F.VL.MaskStore((double*)destination, First(count).AsDouble(), value.Value.AsDouble());
        }
        else if (Avx.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx.MaskStore((float*)destination, First(count).AsSingle(), value.Value.AsSingle());
        }
        else if (Avx.IsSupported)
        {
            Avx.MaskStore((double*)destination, First(count).AsDouble(), value.Value.AsDouble());
        }
        else
        {
            for (int lane = 0; lane < count; lane++)
                destination[lane] = value.Value.GetElement(lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd128<T> value)
    {
        Vector128<T> pairs = sizeof(T) == sizeof(float) ? value.Value + UpperHalf(value) : value.Value;
        return pairs[0] + pairs[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd128<T> value)
    {
        Vector128<T> largest = Vector128.MaxNative(value.Value, UpperHalf(value));
        if (sizeof(T) == sizeof(float))
            largest = Vector128.MaxNative(largest, Vector128.Shuffle(largest.AsInt32(), Vector128.Create(1, 1, 1, 1)).As<int, T>());
        return largest.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator +(Simd128<T> left, Simd128<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> left, Simd128<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator *(Simd128<T> left, Simd128<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator /(Simd128<T> left, Simd128<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> value) => new(value.Value ^ Vector128.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> MultiplyAdd(Simd128<T> left, Simd128<T> right, Simd128<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector128.FusedMultiplyAdd(left.Value.AsSingle(), right.Value.AsSingle(), addend.Value.AsSingle()).As<float, T>())
        : new(Vector128.FusedMultiplyAdd(left.Value.AsDouble(), right.Value.AsDouble(), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Sqrt(Simd128<T> value) => new(Vector128.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Abs(Simd128<T> value) => new(Vector128.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Min(Simd128<T> left, Simd128<T> right) => new(Vector128.Min(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Max(Simd128<T> left, Simd128<T> right) => new(Vector128.Max(left.Value, right.Value));

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtMost(Simd128<T> value, Simd128<T> bound) => new(Vector128.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtLeast(Simd128<T> value, Simd128<T> bound) => new(Vector128.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Round(Simd128<T> value) => sizeof(T) == sizeof(float)
        ? new(Vector128.Round(value.Value.AsSingle()).As<float, T>())
        : new(Vector128.Round(value.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> CopySign(Simd128<T> magnitude, Simd128<T> sign) =>
        new(Vector128.ConditionalSelect(Vector128.Create(T.NegativeZero), sign.Value, magnitude.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> GreaterThan(Simd128<T> left, Simd128<T> right) => new(Vector128.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> GreaterThanOrEqual(Simd128<T> left, Simd128<T> right) => new(Vector128.GreaterThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AreEqual(Simd128<T> left, Simd128<T> right) => new(Vector128.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> IsNaN(Simd128<T> value) => new(Vector128.IsNaN(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> And(Simd128<T> left, Simd128<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Or(Simd128<T> left, Simd128<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Select(Simd128<T> mask, Simd128<T> whenTrue, Simd128<T> whenFalse) =>
        new(Vector128.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Lookup(Simd128<T> key, ReadOnlySpan<float> table)
    {
        Vector128<int> index = (key.Value.AsInt32() >> LookupTable.Shift) & Vector128.Create(LookupTable.Mask);
        return new(Vector128.Create(table[index[0]], table[index[1]], table[index[2]], table[index[3]]).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd128<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ScaleByPowerOfTwo(Simd128<T> value, Simd128<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new(Avx512F.VL.Scale(value.Value.AsSingle(), exponent.Value.AsSingle()).As<float, T>())
                : new(Avx512F.VL.Scale(value.Value.AsDouble(), exponent.Value.AsDouble()).As<double, T>());
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd128<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd128<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Exponent(Simd128<T> value)
    {
        // The exponent field becomes the low bits of a number whose unit in the last place is 1.
        if (sizeof(T) == sizeof(float))
        {
            Vector128<uint> field = (value.Value.AsUInt32() >> 23) & Vector128.Create(0xFFu);
            Vector128<float> biased = (field | Vector128.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new((biased - Vector128.Create(Powers.TwoTo23 + 127f)).As<float, T>());
        }
        else
        {
            Vector128<ulong> field = (value.Value.AsUInt64() >> 52) & Vector128.Create(0x7FFul);
            Vector128<double> biased = (field | Vector128.Create(Powers.TwoTo52).AsUInt64()).AsDouble();
            return new((biased - Vector128.Create(Powers.TwoTo52 + 1023d)).As<double, T>());
        }
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ (2⁵²) leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd128<T> PowerOfTwo(Simd128<T> n) => sizeof(T) == sizeof(float)
        ? new((((n.Value.AsSingle() + Vector128.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector128.Create(1f).AsInt32()).As<int, T>())
        : new((((n.Value.AsDouble() + Vector128.Create(1.5 * Powers.TwoTo52)).AsInt64() << 52) + Vector128.Create(1d).AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> UpperHalf(Simd128<T> value) => Vector128.Shuffle(value.Value.AsInt64(), Vector128.Create(1L, 1L)).As<long, T>();

    // The mask of the first lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> First(int count) => sizeof(T) == sizeof(float)
        ? Vector128.GreaterThan(Vector128.Create(count), Vector128<int>.Indices).As<int, T>()
        : Vector128.GreaterThan(Vector128.Create((long)count), Vector128<long>.Indices).As<long, T>();
}
