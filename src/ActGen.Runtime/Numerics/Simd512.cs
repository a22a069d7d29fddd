using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>512 bits: sixteen floats or eight doubles.</summary>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal readonly unsafe struct Simd512<T>(Vector512<T> value) : ISimd<Simd512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Vector512<T> Value = value;

    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static Simd512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new(Vector512.Create((float)value).As<float, T>())
        : new(Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Load(ref readonly T source, nuint index) => new(Vector512.LoadUnsafe(in source, index));

    public static bool HasLaneBroadcast => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> BroadcastLane(Simd512<T> value, int lane) => sizeof(T) == sizeof(float)
        ? new(Avx512F.PermuteVar16x32(value.Value.AsSingle(), Vector512.Create(lane)).As<float, T>())
        : new(Avx512F.PermuteVar8x64(value.Value.AsDouble(), Vector512.Create((long)lane)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> MultiplyAdd(Simd512<T> left, T* source, Simd512<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector512.FusedMultiplyAdd(left.Value.AsSingle(), Vector512.LoadUnsafe(ref *(float*)source), addend.Value.AsSingle()).As<float, T>())
        : new(Vector512.FusedMultiplyAdd(left.Value.AsDouble(), Vector512.LoadUnsafe(ref *(double*)source), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd512<T> value, ref T destination, nuint index) => value.Value.StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> LoadPart(T* source, int count, Simd512<T> padding)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new(Avx512F.MaskLoad((float*)source, First(count).AsSingle(), padding.Value.AsSingle()).As<float, T>())
                : new(Avx512F.MaskLoad((double*)source, First(count).AsDouble(), padding.Value.AsDouble()).As<double, T>());
        }

        int half = Vector256<T>.Count;
        return new(Vector512.Create(
            Simd256<T>.LoadPart(source, Math.Min(count, half), new(padding.Value.GetLower())).Value,
            Simd256<T>.LoadPart(source + half, Math.Max(count - half, 0), new(padding.Value.GetUpper())).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Simd512<T> value, T* destination, int count)
    {
        if (Avx512F.IsSupported && sizeof(T) == sizeof(float))
        {
            Avx512F.MaskStore((float*)destination, First(count).AsSingle(), value.Value.AsSingle());
        }
        else if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore((double*)destination, First(count).AsDouble(), value.Value.AsDouble());
        }
        else
        {
            int half = Vector256<T>.Count;
            Simd256<T>.StorePart(new(value.Value.GetLower()), destination, Math.Min(count, half));
            Simd256<T>.StorePart(new(value.Value.GetUpper()), destination + half, Math.Max(count - half, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(Simd512<T> value) => Simd256<T>.SumOfLanes(new(value.Value.GetLower() + value.Value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(Simd512<T> value) => Simd256<T>.LargestLane(new(Vector256.MaxNative(value.Value.GetLower(), value.Value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator +(Simd512<T> left, Simd512<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> left, Simd512<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator *(Simd512<T> left, Simd512<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator /(Simd512<T> left, Simd512<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> value) => new(value.Value ^ Vector512.Create(T.NegativeZero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> MultiplyAdd(Simd512<T> left, Simd512<T> right, Simd512<T> addend) => sizeof(T) == sizeof(float)
        ? new(Vector512.FusedMultiplyAdd(left.Value.AsSingle(), right.Value.AsSingle(), addend.Value.AsSingle()).As<float, T>())
        : new(Vector512.FusedMultiplyAdd(left.Value.AsDouble(), right.Value.AsDouble(), addend.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Sqrt(Simd512<T> value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Abs(Simd512<T> value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Min(Simd512<T> left, Simd512<T> right) => new(Vector512.Min(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Max(Simd512<T> left, Simd512<T> right) => new(Vector512.Max(left.Value, right.Value));

    // The native instructions return their second operand when either is NaN (x64), or NaN (Arm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtMost(Simd512<T> value, Simd512<T> bound) => new(Vector512.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtLeast(Simd512<T> value, Simd512<T> bound) => new(Vector512.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Round(Simd512<T> value) => sizeof(T) == sizeof(float)
        ? new(Vector512.Round(value.Value.AsSingle()).As<float, T>())
        : new(Vector512.Round(value.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> CopySign(Simd512<T> magnitude, Simd512<T> sign) =>
        new(Vector512.ConditionalSelect(Vector512.Create(T.NegativeZero), sign.Value, magnitude.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> GreaterThan(Simd512<T> left, Simd512<T> right) => new(Vector512.GreaterThan(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> GreaterThanOrEqual(Simd512<T> left, Simd512<T> right) => new(Vector512.GreaterThanOrEqual(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AreEqual(Simd512<T> left, Simd512<T> right) => new(Vector512.Equals(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> IsNaN(Simd512<T> value) => new(Vector512.IsNaN(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> And(Simd512<T> left, Simd512<T> right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Or(Simd512<T> left, Simd512<T> right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Select(Simd512<T> mask, Simd512<T> whenTrue, Simd512<T> whenFalse) =>
        new(Vector512.ConditionalSelect(mask.Value, whenTrue.Value, whenFalse.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Lookup(Simd512<T> key, ReadOnlySpan<float> table)
    {
        if (Avx512F.IsSupported)
        {
            // The instruction reads the five low bits of each index.
            Vector512<int> index = key.Value.AsInt32() >> LookupTable.Shift;
            ref float first = ref MemoryMarshal.GetReference(table);
            return new(Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref first), index, Vector512.LoadUnsafe(ref first, 16)).As<float, T>());
        }

        return new(Vector512.Create(
            Simd256<T>.Lookup(new(key.Value.GetLower()), table).Value,
            Simd256<T>.Lookup(new(key.Value.GetUpper()), table).Value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Simd512<T> mask) => mask.Value.ExtractMostSignificantBits() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ScaleByPowerOfTwo(Simd512<T> value, Simd512<T> exponent)
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == sizeof(float)
                ? new(Avx512F.Scale(value.Value.AsSingle(), exponent.Value.AsSingle()).As<float, T>())
                : new(Avx512F.Scale(value.Value.AsDouble(), exponent.Value.AsDouble()).As<double, T>());
        }

        // The first factor is 1 or exact; only the second one rounds.
        Simd512<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        Simd512<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Exponent(Simd512<T> value)
    {
        // The exponent field becomes the low bits of a number whose unit in the last place is 1.
        if (sizeof(T) == sizeof(float))
        {
            Vector512<uint> field = (value.Value.AsUInt32() >> 23) & Vector512.Create(0xFFu);
            Vector512<float> biased = (field | Vector512.Create(Powers.TwoTo23).AsUInt32()).AsSingle();
            return new((biased - Vector512.Create(Powers.TwoTo23 + 127f)).As<float, T>());
        }
        else
        {
            Vector512<ulong> field = (value.Value.AsUInt64() >> 52) & Vector512.Create(0x7FFul);
            Vector512<double> biased = (field | Vector512.Create(Powers.TwoTo52).AsUInt64()).AsDouble();
            return new((biased - Vector512.Create(Powers.TwoTo52 + 1023d)).As<double, T>());
        }
    }

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ (2⁵²) leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd512<T> PowerOfTwo(Simd512<T> n) => sizeof(T) == sizeof(float)
        ? new((((n.Value.AsSingle() + Vector512.Create(1.5f * Powers.TwoTo23)).AsInt32() << 23) + Vector512.Create(1f).AsInt32()).As<int, T>())
        : new((((n.Value.AsDouble() + Vector512.Create(1.5 * Powers.TwoTo52)).AsInt64() << 52) + Vector512.Create(1d).AsInt64()).As<long, T>());

    // The mask of the first lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> First(int count) => sizeof(T) == sizeof(float)
        ? Vector512.GreaterThan(Vector512.Create(count), Vector512<int>.Indices).As<int, T>()
        : Vector512.GreaterThan(Vector512.Create((long)count), Vector512<long>.Indices).As<long, T>();
}
