using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>256 bits: eight floats or four doubles.</summary>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal readonly unsafe struct Simd256<T>(Vector256<T> value) : ISimd<Simd256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector256<T> Value = value;

    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new(Vector256.Create((float)value).As<float, T>())
        : new(Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Load(ref readonly T source, nuint index) => new(Vector256.LoadUnsafe(in source, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> MultiplyAdd(Simd256<T> left, T* source, Simd256<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector256.FusedMultiplyAdd(left.Value.AsSingle(), Vector256.LoadUnsafe(ref *(float*)source), addend.Value.AsSingle()).As<float, T>())
        : new(Vector256.FusedMultiplyAdd(left.Value.AsDouble(), Vector256.LoadUnsafe(ref *(double*)source), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd256<T> value, ref T destination, nuint index) => value.Value.StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> LoadPart(T* source, int count, Simd256<T> padding)
    {
        if (Avx.IsSupported)
        {
            Vector256<T> first = First(count);
            Vector256<T> loaded = sizeof(T) == sizeof(float)
                ? Avx.MaskLoad((float*)source, first.AsSingle()).As<float, T>()
                : Avx.MaskLoad((double*)source, first.AsDouble()).As<double, T>();
            return new(Vector256.ConditionalSelect(first, loaded, padding.Value));
        }

        int half = Vector128<T>.Count;
        return new(Vector256.Create(
            Simd128<T>.LoadPart(source, Math.Min(count, half), new(padding.Value.GetLower())).Value,
            Simd128<T>.LoadPart(source + half, Math.Max(count - half, 0), new(padding.Value.GetUpper())).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd256<T> value, T* destination, int count)
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
            int half = Vector128<T>.Count;
            Simd128<T>.StorePart(new(value.Value.GetLower()), destination, Math.Min(count, half));
            Simd128<T>.StorePart(new(value.Value.GetUpper()), destination + half, Math.Max(count - half, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd256<T> value) => Simd128<T>.SumOfLanes(new(value.Value.GetLower() + value.Value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd256<T> value) => Simd128<T>.LargestLane(new(Vector128.MaxNative(value.Value.GetLower(), value.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator +(Simd256<T> left, Simd256<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> left, Simd256<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator *(Simd256<T> left, Simd256<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator /(Simd256<T> left, Simd256<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> value) => new(value.Value ^ Vector256.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> MultiplyAdd(Simd256<T> left, Simd256<T> right, Simd256<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector256.FusedMultiplyAdd(left.Value.AsSingle(), right.Value.AsSingle(), addend.Value.AsSingle()).As<float, T>())
        : new(Vector256.FusedMultiplyAdd(left.Value.AsDouble(), right.Value.AsDouble(), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Sqrt(Simd256<T> value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Abs(Simd256<T> value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Min(Simd256<T> left, Simd256<T> right) => new(Vector256.Min(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Max(Simd256<T> left, Simd256<T> right) => new(Vector256.Max(left.Value, right.Value));

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtMost(Simd256<T> value, Simd256<T> bound) => new(Vector256.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtLeast(Simd256<T> value, Simd256<T> bound) => new(Vector256.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Round(Simd256<T> value) => sizeof(T) == sizeof(float)
        ? new(Vector256.Round(value.Value.AsSingle()).As<float, T>())
        : new(Vector256.Round(value.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> CopySign(Simd256<T> magnitude, Simd256<T> sign) =>
        new(Vector256.ConditionalSelect(Vector256.Create(T.NegativeZero), sign.Value, magnitude.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> GreaterThan(Simd256<T> left, Simd256<T> right) => new(Vector256.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> GreaterThanOrEqual(Simd256<T> left, Simd256<T> right) => new(Vector256.GreaterThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AreEqual(Simd256<T> left, Simd256<T> right) => new(Vector256.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> IsNaN(Simd256<T> value) => new(Vector256.IsNaN(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> And(Simd256<T> left, Simd256<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Or(Simd256<T> left, Simd256<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Select(Simd256<T> mask, Simd256<T> whenTrue, Simd256<T> whenFalse) =>
        new(Vector256.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Lookup(Simd256<T> key, ReadOnlySpan<float> table)
    {
        if (Avx2.IsSupported)
        {
            Vector256<int> index = (key.Value.AsInt32() >> LookupTable.Shift) & Vector256.Create(LookupTable.Mask);
            return new(Avx2.GatherVector256((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(table)), index, sizeof(float)).As<float, T>());
        }

        return new(Vector256.Create(
            Simd128<T>.Lookup(new(key.Value.GetLower()), table).Value,
            Simd128<T>.Lookup(new(key.Value.GetUpper()), table).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd256<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ScaleByPowerOfTwo(Simd256<T> value, Simd256<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new(Avx512F.VL.Scale(value.Value.AsSingle(), exponent.Value.AsSingle()).As<float, T>())
                : new(Avx512F.VL.Scale(value.Value.AsDouble(), exponent.Value.AsDouble()).As<double, T>());
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd256<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd256<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Exponent(Simd256<T> value)
    {
        // The exponent field becomes the low bits of a number whose unit in the last place is 1.
        if (sizeof(T) == sizeof(float))
        {
            Vector256<uint> field = (value.Value.AsUInt32() >> 23) & Vector256.Create(0xFFu);
            Vector256<float> biased = (field | Vector256.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new((biased - Vector256.Create(Powers.TwoTo23 + 127f)).As<float, T>());
        }
        else
        {
            Vector256<ulong> field = (value.Value.AsUInt64() >> 52) & Vector256.Create(0x7FFul);
            Vector256<double> biased = (field | Vector256.Create(Powers.TwoTo52).AsUInt64()).AsDouble();
            return new((biased - Vector256.Create(Powers.TwoTo52 + 1023d)).As<double, T>());
        }
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ (2⁵²) leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd256<T> PowerOfTwo(Simd256<T> n) => sizeof(T) == sizeof(float)
        ? new((((n.Value.AsSingle() + Vector256.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector256.Create(1f).AsInt32()).As<int, T>())
        : new((((n.Value.AsDouble() + Vector256.Create(1.5 * Powers.TwoTo52)).AsInt64() << 52) + Vector256.Create(1d).AsInt64()).As<long, T>());

    // The mask of the first lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> First(int count) => sizeof(T) == sizeof(float)
        ? Vector256.GreaterThan(Vector256.Create(count), Vector256<int>.Indices).As<int, T>()
        : Vector256.GreaterThan(Vector256.Create((long)count), Vector256<long>.Indices).As<long, T>();
}
