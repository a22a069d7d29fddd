namespace ActGen.CompilerServices;

/// <summary>Softmax of −x: the smallest element gets the largest probability. Backward: softmax's of −g, from the kept y.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softmin : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        VectorLoop.Map<T, TVector, Negation<TVector>>(x, y, default);
        Softmax.Forward<T, TVector>(y, y, kept);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        VectorLoop.Map<T, TVector, Negation<TVector>>(outputGradient, inputGradient, default);
        Softmax.Backward<T, TVector>(kept, inputGradient, inputGradient);
    }
}
