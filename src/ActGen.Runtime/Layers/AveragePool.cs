namespace ActGen.CompilerServices;

/// <summary>y = the mean of a window: values added in the order of rows and columns, from +0, then one division (rule 11 of the canonical orders). Cells outside the image count
/// as 0 (PyTorch's <c>count_include_pad</c>). Each cell gets the gradient divided by the cells of the window.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AveragePool : IPoolFunction
{
    /// <inheritdoc/>
    public static bool ReadsValues => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Start<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector First<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => TVector.Zero + x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TVector>(TVector result, TVector x)
        where TVector : unmanaged, ISimd<TVector> => result + x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Finish<TVector>(TVector result, TVector size)
        where TVector : unmanaged, ISimd<TVector> => result / size;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Share<TVector>(TVector gradient, TVector size)
        where TVector : unmanaged, ISimd<TVector> => gradient / size;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Taken<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector> => left;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Left<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector> => left;
}
