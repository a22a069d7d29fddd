namespace ActGen.CompilerServices;

/// <summary>Gradients of an activation's learned parameters: each row's Σ g·∂f/∂p in the order of row reductions, rows in chunks
/// of <see cref="RowChunk.Rows"/> added plainly, chunk results added in ascending order.</summary>
internal static class ParameterGradient<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>Assigns all parameters' gradients.</summary>
    /// <param name="gradient">∂L/∂y: rows × width, not yet multiplied by f′.</param>
    /// <param name="x">The pre-activations: rows × width.</param>
    /// <param name="width">Elements of a row.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="result">One element per parameter.</param>
    public static void Assign(ReadOnlySpan<T> gradient, ReadOnlySpan<T> x, int width, ReadOnlySpan<TVector> parameters, Span<T> result)
    {
        int rows = width == 0 ? 0 : gradient.Length / width;
        for (int parameter = 0; parameter < result.Length; parameter++)
        {
            TimesParameterDerivative<TActivation, TVector> map = new(parameter, parameters);
            T total = T.Zero;
            for (int start = 0; start < rows; start += RowChunk.Rows)
            {
                T chunk = T.Zero;
                for (int row = start; row < Math.Min(start + RowChunk.Rows, rows); row++)
                    chunk += Row(gradient.Slice(row * width, width), x.Slice(row * width, width), in map);
                total = start == 0 ? chunk : total + chunk;
            }

            result[parameter] = total;
        }
    }

    [SkipLocalsInit]
    private static T Row(ReadOnlySpan<T> gradient, ReadOnlySpan<T> x, scoped in TimesParameterDerivative<TActivation, TVector> map)
    {
        const int Block = RowReduction<T, TVector>.Block;
        Span<T> products = stackalloc T[Math.Min(Block, x.Length)];
        T sum = T.Zero;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            VectorLoop.Map<T, TVector, TimesParameterDerivative<TActivation, TVector>>(gradient.Slice(start, length), x.Slice(start, length), products, in map);
            T block = RowReduction<T, TVector>.Sum(products[..length]);
            sum = start == 0 ? block : sum + block;
        }

        return sum;
    }
}
