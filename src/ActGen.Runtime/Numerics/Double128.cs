using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>Two doubles in 128 bits: the operations of <see cref="Simd128{T}"/> in which they differ from floats.</summary>
internal static unsafe class Double128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Constant(double value) => Vector128.Create(value).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => (left.AsDouble() + right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => (left.AsDouble() - right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> left, Vector128<float> right) => (left.AsDouble() * right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> left, Vector128<float> right) => (left.AsDouble() / right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => Vector128.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sqrt(Vector128<float> value) => Vector128.Sqrt(value.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) => Vector128.Min(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) => Vector128.Max(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinNative(Vector128<float> left, Vector128<float> right) => Vector128.MinNative(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxNative(Vector128<float> left, Vector128<float> right) => Vector128.MaxNative(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GreaterThan(Vector128<float> left, Vector128<float> right) => Vector128.GreaterThan(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GreaterThanOrEqual(Vector128<float> left, Vector128<float> right) => Vector128.GreaterThanOrEqual(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AreEqual(Vector128<float> left, Vector128<float> right) => Vector128.Equals(left.AsDouble(), right.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Round(Vector128<float> value) => Vector128.Round(value.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> IsNaN(Vector128<float> value) => Vector128.IsNaN(value.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<float> value, Vector128<float> exponent) => Avx512F.VL.Scale(value.AsDouble(), exponent.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaskLoad(double* source, Vector128<float> mask) => Avx.MaskLoad(source, mask.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MaskStore(double* destination, Vector128<float> mask, Vector128<float> value) => Avx.MaskStore(destination, mask.AsDouble(), value.AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MaskStoreAvx512(double* destination, Vector128<float> mask, Vector128<float> value) => Avx512F.VL.MaskStore(destination, mask.AsDouble(), value.AsDouble());

    /// <inheritdoc cref="Simd128{T}.Exponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exponent(Vector128<float> value)
    {
        Vector128<ulong> field = (value.AsUInt64() >> 52) & Vector128.Create(0x7FFul);
        Vector128<double> biased = (field | Vector128.Create(Powers.TwoTo52).AsUInt64()).AsDouble();
        return (biased - Vector128.Create(Powers.TwoTo52 + 1023d)).AsSingle();
    }

    // Adding 1.5·2⁵² leaves n in the low bits, from where it is shifted into the exponent field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> PowerOfTwo(Vector128<float> n) =>
        (((n.AsDouble() + Vector128.Create(1.5 * Powers.TwoTo52)).AsInt64() << 52) + Vector128.Create(1d).AsInt64()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumOfLanes<T>(Vector128<float> value)
        where T : unmanaged
    {
        double sum = value.AsDouble().GetElement(0) + value.AsDouble().GetElement(1);
        return *(T*)&sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LargestLane<T>(Vector128<float> value)
        where T : unmanaged
    {
        double largest = double.MaxNative(value.AsDouble().GetElement(0), value.AsDouble().GetElement(1));
        return *(T*)&largest;
    }

    /// <summary>The mask of the first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(int count) => Vector128.GreaterThan(Vector128.Create((double)count), Vector128<double>.Indices).AsSingle();
}
