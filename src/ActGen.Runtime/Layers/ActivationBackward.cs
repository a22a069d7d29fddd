namespace ActGen.CompilerServices;

/// <summary>The backward pass of an activation over a worker's rows, learned parameters included.</summary>
internal static class ActivationBackward<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>gradient ⊙= f′, all over the worker's rows.</summary>
    /// <param name="gradient">∂L/∂y: rows × width.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or x: rows × width.</param>
    /// <param name="width">Elements of a row.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="rowSums">Where each row's share of the parameters' gradients goes: rows × parameters, or empty.</param>
    public static void Run(Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, int width, ReadOnlySpan<TVector> parameters, Span<T> rowSums)
    {
        if (!rowSums.IsEmpty)
        {
            for (int row = 0, start = 0; start < gradient.Length; row++, start += width)
                ParameterGradient<T, TVector, TActivation>.RowSums(gradient.Slice(start, width), kept.Slice(start, width), parameters, rowSums.Slice(row * parameters.Length, parameters.Length));
        }

        if (keeps != ActivationOperand.None)
            ActivationLoop<T, TVector, TActivation>.Backward(gradient, keeps, kept, parameters);
    }
}
