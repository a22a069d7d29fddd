namespace ActGen.CompilerServices;

/// <summary>y = the largest value of a window; cells outside the image do not count. NaN if any value is; max(−0, +0) = +0. The first of the largest cells gets the gradient; none gets it where y is NaN.</summary>
/// <remarks>Backward finds the largest cell again: x and y are there anyway where the layers beside the pool keep them, and forward does no more than at inference.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MaxPool : IPoolFunction
{
    /// <inheritdoc/>
    public static bool ReadsValues => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Start<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(double.NegativeInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector First<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TVector>(TVector result, TVector x)
        where TVector : unmanaged, ISimd<TVector> => TVector.Max(result, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Finish<TVector>(TVector result, TVector size)
        where TVector : unmanaged, ISimd<TVector> => result;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Share<TVector>(TVector gradient, TVector size)
        where TVector : unmanaged, ISimd<TVector> => gradient;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Taken<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector> => TVector.And(TVector.AreEqual(x, y), left);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Left<TVector>(TVector left, TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector> => TVector.Select(TVector.AreEqual(x, y), TVector.Zero, left);
}
