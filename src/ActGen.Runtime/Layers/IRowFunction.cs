namespace ActGen.CompilerServices;

/// <summary>A function of a whole row without parameters, with its hand-written backward: softmax and its relatives, maxout.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowFunction
{
    /// <summary>y = f(x).</summary>
    /// <param name="x">A row of inputs.</param>
    /// <param name="y">A row of outputs; where it is as long as the input it may be <paramref name="x"/> itself.</param>
    /// <param name="kept">Where functions that keep their derivative put it: as long as <paramref name="x"/>, and may be it; empty at inference.</param>
    static abstract void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>;

    /// <summary>∂L/∂x from ∂L/∂y and what was kept: the derivative, or else y.</summary>
    /// <param name="kept">A row of what was kept.</param>
    /// <param name="outputGradient">∂L/∂y.</param>
    /// <param name="inputGradient">∂L/∂x; it may be the kept derivative, and <paramref name="outputGradient"/> where that is as long.</param>
    static abstract void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>;
}
