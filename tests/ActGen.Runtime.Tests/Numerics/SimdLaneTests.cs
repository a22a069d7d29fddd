using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Numerics;

/// <summary>Operations across the lanes of a vector, and vectors of which only the first lanes are in memory.</summary>
public sealed unsafe class SimdLaneTests
{
    private const float Outside = 12345;

    [Fact]
    public void Parts_of_float_vectors_are_loaded_and_stored_alone()
    {
        AssertParts<float, SimdScalar<float>>();
        AssertParts<float, Simd128<float>>();
        AssertParts<float, Simd256<float>>();
        AssertParts<float, Simd512<float>>();
    }

    [Fact]
    public void Parts_of_double_vectors_are_loaded_and_stored_alone()
    {
        AssertParts<double, SimdScalar<double>>();
        AssertParts<double, Simd128<double>>();
        AssertParts<double, Simd256<double>>();
        AssertParts<double, Simd512<double>>();
    }

    [Fact]
    public void Lanes_are_added_in_the_order_of_row_reductions()
    {
        AssertSum<float, SimdScalar<float>>();
        AssertSum<float, Simd128<float>>();
        AssertSum<float, Simd256<float>>();
        AssertSum<float, Simd512<float>>();
        AssertSum<double, SimdScalar<double>>();
        AssertSum<double, Simd128<double>>();
        AssertSum<double, Simd256<double>>();
        AssertSum<double, Simd512<double>>();
    }

    [Fact]
    public void The_largest_lane_is_found_wherever_it_is()
    {
        AssertLargest<float, SimdScalar<float>>();
        AssertLargest<float, Simd128<float>>();
        AssertLargest<float, Simd256<float>>();
        AssertLargest<float, Simd512<float>>();
        AssertLargest<double, SimdScalar<double>>();
        AssertLargest<double, Simd128<double>>();
        AssertLargest<double, Simd256<double>>();
        AssertLargest<double, Simd512<double>>();
    }

    [Fact]
    public void A_lane_reaches_every_lane()
    {
        Assert.Equal(System.Runtime.Intrinsics.X86.Avx512F.IsSupported, Simd512<float>.HasLaneBroadcast);
        AssertBroadcast<float, Simd512<float>>();
        AssertBroadcast<double, Simd512<double>>();
        Assert.Throws<NotSupportedException>(() => LaneOf<float, SimdScalar<float>>(default));
    }

    [Fact]
    public void A_factor_in_memory_is_rounded_like_one_in_a_register()
    {
        AssertMultiplyAdd<float, SimdScalar<float>>();
        AssertMultiplyAdd<float, Simd128<float>>();
        AssertMultiplyAdd<float, Simd256<float>>();
        AssertMultiplyAdd<float, Simd512<float>>();
        AssertMultiplyAdd<double, SimdScalar<double>>();
        AssertMultiplyAdd<double, Simd128<double>>();
        AssertMultiplyAdd<double, Simd256<double>>();
        AssertMultiplyAdd<double, Simd512<double>>();
    }

    [Fact]
    public void Lanes_below_the_smallest_normal_number_become_plus_zero_and_no_others()
    {
        float[] floats = [0, -0f, float.Epsilon, -float.Epsilon, 1.17549421e-38f, -1.17549421e-38f, 1.17549435e-38f, -1.17549435e-38f, 1, -1, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        double[] doubles = [0, -0d, double.Epsilon, -double.Epsilon, 2.2250738585072009e-308, -2.2250738585072009e-308, 2.2250738585072014e-308, -2.2250738585072014e-308, 1e-38, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        AssertNormalOrZero<float, SimdScalar<float>>(floats);
        AssertNormalOrZero<float, Simd128<float>>(floats);
        AssertNormalOrZero<float, Simd256<float>>(floats);
        AssertNormalOrZero<float, Simd512<float>>(floats);
        AssertNormalOrZero<double, SimdScalar<double>>(doubles);
        AssertNormalOrZero<double, Simd512<double>>(doubles);
    }

    private static TVector LaneOf<T, TVector>(TVector value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => TVector.BroadcastLane(value, 0);

    private static void AssertNormalOrZero<T, TVector>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        foreach (T value in values)
        {
            T[] lanes = new T[TVector.Count];
            TVector.Store(TVector.NormalOrZero(TVector.Broadcast(value)), ref lanes[0], 0);
            Assert.All(lanes, lane =>
            {
                bool isBelow = T.IsSubnormal(value) || T.IsZero(value);
                Assert.Equal(isBelow ? T.Zero : value, lane);
                Assert.False(isBelow && T.IsNegative(lane));
            });
        }
    }

    private static void AssertBroadcast<T, TVector>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (!TVector.HasLaneBroadcast)
            return;
        T[] source = [.. Enumerable.Range(1, TVector.Count).Select(T.CreateChecked)], lanes = new T[TVector.Count];
        TVector value = TVector.Load(in source[0], 0);
        for (int lane = 0; lane < TVector.Count; lane++)
        {
            TVector.Store(TVector.BroadcastLane(value, lane), ref lanes[0], 0);
            Assert.All(lanes, element => Assert.Equal(source[lane], element));
        }
    }

    private static void AssertMultiplyAdd<T, TVector>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // 1.1 · (0.7 + i) − 0.3 · i: fractions, so that a second rounding shows.
        T[] source = [.. Enumerable.Range(0, TVector.Count + 1).Select(i => T.CreateChecked(0.7 + i))], addend = [.. Enumerable.Range(0, TVector.Count).Select(i => T.CreateChecked(-0.3 * i))];
        T left = T.CreateChecked(1.1);
        TVector from = TVector.Load(in addend[0], 0), factor = TVector.Broadcast(left), byParts = from, bySource = from, byFactor = from;
        TVector.Accumulate(factor, TVector.Load(in source[1], 0), ref byParts);
        TVector whole;
        fixed (T* x = &source[1]) // no alignment
        {
            TVector.Accumulate(factor, x, ref bySource);
            TVector.Accumulate(&left, TVector.Load(in *x, 0), ref byFactor);
            whole = TVector.MultiplyAdd(&left, x, from);
        }
        T[] lanes = new T[TVector.Count];
        foreach (TVector sum in (TVector[])[byParts, bySource, byFactor, whole])
        {
            TVector.Store(sum, ref lanes[0], 0);
            for (int lane = 0; lane < TVector.Count; lane++)
                Assert.Equal(T.FusedMultiplyAdd(left, source[lane + 1], addend[lane]), lanes[lane]);
        }
    }

    private static void AssertParts<T, TVector>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T outside = T.CreateChecked(Outside), padding = T.NegativeInfinity;
        for (int count = 0; count <= TVector.Count; count++)
        {
            T[] source = [.. Enumerable.Range(1, TVector.Count).Select(T.CreateChecked)], lanes = new T[TVector.Count], destination = new T[TVector.Count];
            Array.Fill(destination, outside);
            fixed (T* x = source, y = destination, all = lanes)
            {
                TVector part = TVector.LoadPart(x, count, TVector.Broadcast(padding));
                TVector.Store(part, ref *all, 0);
                TVector.StorePart(part, y, count);
            }
            for (int lane = 0; lane < TVector.Count; lane++)
            {
                Assert.Equal(lane < count ? source[lane] : padding, lanes[lane]);
                Assert.Equal(lane < count ? source[lane] : outside, destination[lane]);
            }
        }
    }

    private static void AssertSum<T, TVector>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // Numbers of many sizes: another order rounds differently.
        T[] lanes = [.. Enumerable.Range(0, TVector.Count).Select(i => T.CreateChecked(Math.Pow(1.7, i * 5 % 16) * (i % 3 == 0 ? -1.1 : 0.9)))];
        TVector vector = TVector.Load(in lanes[0], 0);
        for (int stride = TVector.Count / 2; stride > 0; stride /= 2)
        {
            for (int j = 0; j < stride; j++)
                lanes[j] += lanes[j + stride];
        }
        Assert.Equal(lanes[0], TVector.SumOfLanes(vector));
    }

    private static void AssertLargest<T, TVector>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int place = 0; place < TVector.Count; place++)
        {
            T[] lanes = [.. Enumerable.Range(0, TVector.Count).Select(i => T.CreateChecked(-3 - i))];
            lanes[place] = T.NegativeOne;
            Assert.Equal(T.NegativeOne, TVector.LargestLane(TVector.Load(in lanes[0], 0)));
        }
    }
}
