namespace ActGen.CompilerServices;

/// <summary>The element-wise parts of a normalisation whose m and r belong to features: y = fma((x − m)·r, γ, β), and back dx = fma(x̂, −b, g·γ − a)·r.</summary>
/// <remarks>Works on a run of rows and a run of features, all numbers of features in vectors of their own: they stay in the nearest cache while the rows go by.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TVector">The width.</typeparam>
internal static unsafe class FeatureNormalization<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Features at once.</summary>
    public const int Block = 512;

    /// <summary>y of rows × features.</summary>
    /// <param name="x">The first element.</param>
    /// <param name="y">Its result; may be <paramref name="x"/>.</param>
    /// <param name="stride">Elements from row to row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="features">Features.</param>
    /// <param name="mean">m of each.</param>
    /// <param name="factor">r of each.</param>
    /// <param name="scale">γ of each.</param>
    /// <param name="shift">β of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(T* x, T* y, nint stride, int rows, int features, T* mean, T* factor, T* scale, T* shift)
    {
        for (int row = 0; row < rows; row++, x += stride, y += stride)
        {
            for (int i = 0; i < features; i += TVector.Count)
            {
                int lanes = Math.Min(TVector.Count, features - i);
                TVector normalized = (Load(x + i, lanes) - Load(mean + i, lanes)) * Load(factor + i, lanes);
                RowVector<T, TVector>.Store(TVector.MultiplyAdd(normalized, Load(scale + i, lanes), Load(shift + i, lanes)), y + i, lanes);
            }
        }
    }

    /// <summary>dx of rows × features, in place of g.</summary>
    /// <param name="g">The first element's gradient.</param>
    /// <param name="x">The first element.</param>
    /// <param name="stride">Elements from row to row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="features">Features.</param>
    /// <param name="mean">m of each.</param>
    /// <param name="factor">r of each.</param>
    /// <param name="scale">γ of each.</param>
    /// <param name="sum">a of each.</param>
    /// <param name="product">−b of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(T* g, T* x, nint stride, int rows, int features, T* mean, T* factor, T* scale, T* sum, T* product)
    {
        for (int row = 0; row < rows; row++, g += stride, x += stride)
        {
            for (int i = 0; i < features; i += TVector.Count)
            {
                int lanes = Math.Min(TVector.Count, features - i);
                TVector r = Load(factor + i, lanes), normalized = (Load(x + i, lanes) - Load(mean + i, lanes)) * r;
                TVector h = (Load(g + i, lanes) * Load(scale + i, lanes)) - Load(sum + i, lanes);
                RowVector<T, TVector>.Store(TVector.MultiplyAdd(normalized, Load(product + i, lanes), h) * r, g + i, lanes);
            }
        }
    }

    /// <summary>γ of some features, or the number that stands for it.</summary>
    /// <param name="values">Of all features, or empty.</param>
    /// <param name="start">The first one.</param>
    /// <param name="length">How many.</param>
    /// <param name="otherwise">Where there are none.</param>
    /// <param name="destination">Room for them.</param>
    public static void Fill(ReadOnlySpan<T> values, int start, int length, T otherwise, Span<T> destination)
    {
        if (values.IsEmpty)
            destination[..length].Fill(otherwise);
        else
            values.Slice(start, length).CopyTo(destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load(T* source, int lanes) => RowVector<T, TVector>.Load(source, lanes);
}
