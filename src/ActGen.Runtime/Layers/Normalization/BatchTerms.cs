namespace ActGen.CompilerServices;

/// <summary>Σ x of each feature.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal readonly unsafe struct BatchMean<T>(T* input, int width) : IFeatureTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _input = input;
    private readonly nint _width = width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TVector>(int row, int feature, int lanes, ref TVector first, ref TVector second)
        where TVector : unmanaged, ISimd<TVector, T> => first += RowVector<T, TVector>.Load(_input + (row * _width) + feature, lanes);
}

/// <summary>Σ (x − m)² of each feature, a chain.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal readonly unsafe struct BatchSquares<T>(T* input, int width, T* mean) : IFeatureTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _input = input;
    private readonly nint _width = width;
    private readonly T* _mean = mean;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TVector>(int row, int feature, int lanes, ref TVector first, ref TVector second)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        TVector deviation = RowVector<T, TVector>.Load(_input + (row * _width) + feature, lanes) - RowVector<T, TVector>.Load(_mean + feature, lanes);
        first = TVector.MultiplyAdd(deviation, deviation, first);
    }
}

/// <summary>x̂ where each feature has an m and an r.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal readonly unsafe struct NormalizedFeature<T>(T* mean, T* factor) : INormalized<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _mean = mean;
    private readonly T* _factor = factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(int row, int feature, int lanes, TVector x)
        where TVector : unmanaged, ISimd<TVector, T> => (x - RowVector<T, TVector>.Load(_mean + feature, lanes)) * RowVector<T, TVector>.Load(_factor + feature, lanes);
}
