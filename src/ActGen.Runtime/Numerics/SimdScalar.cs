using System.Diagnostics;

namespace ActGen.CompilerServices;

/// <summary>One lane: the scalar functions, and the width against which all others are compared.</summary>
/// <typeparam name="T">float or double; every branch on it is folded by the JIT.</typeparam>
internal readonly unsafe struct SimdScalar<T>(T value) : ISimd<SimdScalar<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly T Value = value;

    public static bool IsSupported => true;

    public static int Count => 1;

    public static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float);
    }

    public static SimdScalar<T> Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Constant(double value) => sizeof(T) == sizeof(float)
        ? new(Unsafe.BitCast<float, T>((float)value))
        : new(Unsafe.BitCast<double, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Broadcast(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Load(ref readonly T source, nuint index) => new(Unsafe.Add(ref Unsafe.AsRef(in source), index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SimdScalar<T> value, ref T destination, nuint index) => Unsafe.Add(ref destination, index) = value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> LoadPart(T* source, int count, SimdScalar<T> padding) => count == 0 ? padding : new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(SimdScalar<T> value, T* destination, int count)
    {
        if (count != 0)
            *destination = value.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes(SimdScalar<T> value) => value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane(SimdScalar<T> value) => value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> operator +(SimdScalar<T> left, SimdScalar<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> operator -(SimdScalar<T> left, SimdScalar<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> operator *(SimdScalar<T> left, SimdScalar<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> operator /(SimdScalar<T> left, SimdScalar<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> operator -(SimdScalar<T> value) => FromBits(Bits(value) ^ SignBit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> MultiplyAdd(SimdScalar<T> left, SimdScalar<T> right, SimdScalar<T> addend) =>
        new(T.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Sqrt(SimdScalar<T> value) => new(T.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Abs(SimdScalar<T> value) => new(T.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Min(SimdScalar<T> left, SimdScalar<T> right) => new(T.Min(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Max(SimdScalar<T> left, SimdScalar<T> right) => new(T.Max(left.Value, right.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> AtMost(SimdScalar<T> value, SimdScalar<T> bound) => new(bound.Value < value.Value ? bound.Value : value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> AtLeast(SimdScalar<T> value, SimdScalar<T> bound) => new(bound.Value > value.Value ? bound.Value : value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Round(SimdScalar<T> value) => new(T.Round(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> CopySign(SimdScalar<T> magnitude, SimdScalar<T> sign) =>
        FromBits((Bits(magnitude) & ~SignBit) | (Bits(sign) & SignBit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> GreaterThan(SimdScalar<T> left, SimdScalar<T> right) => Mask(left.Value > right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> GreaterThanOrEqual(SimdScalar<T> left, SimdScalar<T> right) => Mask(left.Value >= right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> AreEqual(SimdScalar<T> left, SimdScalar<T> right) => Mask(left.Value == right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> IsNaN(SimdScalar<T> value) => Mask(T.IsNaN(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> And(SimdScalar<T> left, SimdScalar<T> right) => FromBits(Bits(left) & Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Or(SimdScalar<T> left, SimdScalar<T> right) => FromBits(Bits(left) | Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Select(SimdScalar<T> mask, SimdScalar<T> whenTrue, SimdScalar<T> whenFalse) =>
        FromBits((Bits(mask) & Bits(whenTrue)) | (~Bits(mask) & Bits(whenFalse)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Lookup(SimdScalar<T> key, ReadOnlySpan<float> table) =>
        new(Unsafe.BitCast<float, T>(table[(int)(Bits(key) >> LookupTable.Shift) & LookupTable.Mask]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(SimdScalar<T> mask) => Bits(mask) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> ScaleByPowerOfTwo(SimdScalar<T> value, SimdScalar<T> exponent)
    {
        // The other widths do not check; every function runs on one lane in the tests.
        Debug.Assert(!(T.Abs(exponent.Value) > T.CreateChecked(sizeof(T) == sizeof(float) ? 252 : 2044)), "The exponent is beyond what two factors reach.");

        // The first factor is 1 or exact; only the second one rounds.
        SimdScalar<T> last = AtMost(AtLeast(exponent, Constant(Powers.Lowest<T>())), Constant(Powers.Highest<T>()));
        SimdScalar<T> first = exponent - last;
        return value * PowerOfTwo(first) * PowerOfTwo(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SimdScalar<T> Exponent(SimdScalar<T> value) => sizeof(T) == sizeof(float)
        ? Constant((double)((Bits(value) >> 23) & 0xFF) - 127)
        : Constant((double)((Bits(value) >> 52) & 0x7FF) - 1023);

    // 2ⁿ for an n of the normal range: adding 1.5·2²³ (2⁵²) leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SimdScalar<T> PowerOfTwo(SimdScalar<T> n) => sizeof(T) == sizeof(float)
        ? FromBits((uint)(Bits(n + Constant(1.5 * Powers.TwoTo23)) << 23) + Bits(Constant(1)))
        : FromBits((Bits(n + Constant(1.5 * Powers.TwoTo52)) << 52) + Bits(Constant(1)));

    private static ulong SignBit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => sizeof(T) == sizeof(float) ? 1ul << 31 : 1ul << 63;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SimdScalar<T> Mask(bool isSet) => FromBits(isSet ? ulong.MaxValue : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(SimdScalar<T> value) => sizeof(T) == sizeof(float)
        ? Unsafe.BitCast<T, uint>(value.Value)
        : Unsafe.BitCast<T, ulong>(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SimdScalar<T> FromBits(ulong bits) => sizeof(T) == sizeof(float)
        ? new(Unsafe.BitCast<uint, T>((uint)bits))
        : new(Unsafe.BitCast<ulong, T>(bits));
}
