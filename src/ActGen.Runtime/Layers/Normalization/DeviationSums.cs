namespace ActGen.CompilerServices;

/// <summary>Sums along a row around its mean, in the order of <see cref="RowReduction{T, TVector}"/>: element i in virtual lane i mod 32, blocks of 4,096.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TVector">The width.</typeparam>
internal static unsafe class DeviationSums<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int Lanes = RowReduction<T, TVector>.Lanes, Block = RowReduction<T, TVector>.Block;

    /// <summary>Σ (xᵢ − m)².</summary>
    /// <param name="x">The row.</param>
    /// <param name="mean">m.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Squares(ReadOnlySpan<T> x, T mean)
    {
        T sum = SquaresOfBlock(x[..Math.Min(Block, x.Length)], mean);
        for (int start = Block; start < x.Length; start += Block)
            sum += SquaresOfBlock(x.Slice(start, Math.Min(Block, x.Length - start)), mean);
        return sum;
    }

    /// <summary>Σ hᵢ and Σ hᵢ·x̂ᵢ of h = g·γ and x̂ = (x − m)·r.</summary>
    /// <param name="gradient">g.</param>
    /// <param name="scale">γ, or empty where it is 1.</param>
    /// <param name="x">The row.</param>
    /// <param name="mean">m.</param>
    /// <param name="factor">r.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Sum, T Product) Gradients(ReadOnlySpan<T> gradient, ReadOnlySpan<T> scale, ReadOnlySpan<T> x, T mean, T factor)
    {
        T sum = T.Zero, product = T.Zero;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            (T sumOfBlock, T productOfBlock) = GradientsOfBlock(gradient.Slice(start, length), scale.IsEmpty ? default : scale.Slice(start, length), x.Slice(start, length), mean, factor);
            (sum, product) = start == 0 ? (sumOfBlock, productOfBlock) : (sum + sumOfBlock, product + productOfBlock);
        }
        return (sum, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SquaresOfBlock(ReadOnlySpan<T> block, T mean)
    {
        T* lane = stackalloc T[Lanes];
        TVector m = TVector.Broadcast(mean);
        fixed (T* x = block)
        {
            nuint length = (nuint)block.Length, whole = length / Lanes * Lanes, count = (nuint)TVector.Count;
            for (nuint j = 0; j < Lanes; j += 2 * count)
            {
                TVector sum = TVector.Zero, next = TVector.Zero;
                for (nuint i = j; i < whole; i += Lanes)
                {
                    TVector deviation = TVector.Load(in *x, i) - m, other = TVector.Load(in *x, i + count) - m;
                    sum = TVector.MultiplyAdd(deviation, deviation, sum);
                    next = TVector.MultiplyAdd(other, other, next);
                }
                TVector.Store(sum, ref *lane, j);
                TVector.Store(next, ref *lane, j + count);
            }
            for (nuint i = whole; i < length; i += count)
            {
                // Beyond the end the deviation is 0, whose square changes no sum of squares.
                TVector deviation = RowVector<T, TVector>.Load(x + i, RowVector<T, TVector>.Lanes(length - i), m) - m;
                TVector.Store(TVector.MultiplyAdd(deviation, deviation, TVector.Load(in *lane, i - whole)), ref *lane, i - whole);
            }
        }

        return RowReduction<T, TVector>.Fold(lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (T Sum, T Product) GradientsOfBlock(ReadOnlySpan<T> gradient, ReadOnlySpan<T> scale, ReadOnlySpan<T> block, T mean, T factor)
    {
        T* sums = stackalloc T[Lanes], products = stackalloc T[Lanes];
        TVector m = TVector.Broadcast(mean), r = TVector.Broadcast(factor), one = TVector.Broadcast(T.One);
        fixed (T* g = gradient, s = scale, x = block)
        {
            nuint length = (nuint)block.Length, whole = length / Lanes * Lanes, count = (nuint)TVector.Count;
            for (nuint j = 0; j < Lanes; j += 2 * count)
            {
                // Two vectors: the chains of one alone would wait for each other.
                TVector sum = TVector.Zero, product = TVector.Zero, nextSum = TVector.Zero, nextProduct = TVector.Zero;
                for (nuint i = j; i < whole; i += Lanes)
                {
                    TVector h = TVector.Load(in *g, i), next = TVector.Load(in *g, i + count);
                    if (s != null)
                    {
                        h *= TVector.Load(in *s, i);
                        next *= TVector.Load(in *s, i + count);
                    }
                    sum += h;
                    nextSum += next;
                    product = TVector.MultiplyAdd(h, (TVector.Load(in *x, i) - m) * r, product);
                    nextProduct = TVector.MultiplyAdd(next, (TVector.Load(in *x, i + count) - m) * r, nextProduct);
                }
                TVector.Store(sum, ref *sums, j);
                TVector.Store(nextSum, ref *sums, j + count);
                TVector.Store(product, ref *products, j);
                TVector.Store(nextProduct, ref *products, j + count);
            }
            for (nuint i = whole; i < length; i += count)
            {
                // Beyond the end h is −0 and x̂ +0: neither −0 nor their product −0 changes a lane.
                int lanes = RowVector<T, TVector>.Lanes(length - i);
                TVector h = RowVector<T, TVector>.Load(g + i, lanes, TVector.Broadcast(T.NegativeZero));
                if (s != null)
                    h *= RowVector<T, TVector>.Load(s + i, lanes, one);
                TVector normalized = (RowVector<T, TVector>.Load(x + i, lanes, m) - m) * r;
                TVector.Store(TVector.Load(in *sums, i - whole) + h, ref *sums, i - whole);
                TVector.Store(TVector.MultiplyAdd(h, normalized, TVector.Load(in *products, i - whole)), ref *products, i - whole);
            }
        }

        return (RowReduction<T, TVector>.Fold(sums), RowReduction<T, TVector>.Fold(products));
    }
}
