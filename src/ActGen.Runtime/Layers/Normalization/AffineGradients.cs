namespace ActGen.CompilerServices;

/// <summary>The gradients of γ and β: Σ g·x̂, a chain, and Σ g.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TNormalized">How x̂ comes from x.</typeparam>
/// <param name="gradient">g: rows × features, in memory that does not move.</param>
/// <param name="input">x, likewise.</param>
/// <param name="width">Features.</param>
/// <param name="normalized">From x to x̂.</param>
internal readonly unsafe struct AffineGradients<T, TNormalized>(T* gradient, T* input, int width, TNormalized normalized) : IFeatureTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TNormalized : struct, INormalized<T>
{
    private readonly T* _gradient = gradient;
    private readonly T* _input = input;
    private readonly nint _width = width;
    private readonly TNormalized _normalized = normalized;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TVector>(int row, int feature, int lanes, ref TVector first, ref TVector second)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        nint at = (row * _width) + feature;
        TVector g = RowVector<T, TVector>.Load(_gradient + at, lanes);
        first = TVector.MultiplyAdd(g, _normalized.Apply(row, feature, lanes, RowVector<T, TVector>.Load(_input + at, lanes)), first);
        second += g;
    }
}

/// <summary>From x to x̂.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal interface INormalized<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>x̂ of some features of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="feature">The first feature.</param>
    /// <param name="lanes">How many features there are in the vector.</param>
    /// <param name="x">x.</param>
    TVector Apply<TVector>(int row, int feature, int lanes, TVector x)
        where TVector : unmanaged, ISimd<TVector, T>;
}

/// <summary>x̂ where each row has an m and an r, or an r alone.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal readonly unsafe struct NormalizedRow<T>(T* statistics, bool centers) : INormalized<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _statistics = statistics;
    private readonly bool _centers = centers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(int row, int feature, int lanes, TVector x)
        where TVector : unmanaged, ISimd<TVector, T> => _centers
        ? (x - TVector.Broadcast(_statistics[2 * (nint)row])) * TVector.Broadcast(_statistics[(2 * (nint)row) + 1])
        : x * TVector.Broadcast(_statistics[row]);
}
