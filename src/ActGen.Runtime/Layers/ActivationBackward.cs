namespace ActGen.CompilerServices;

/// <summary>The backward pass of an activation over a worker's rows, learned parameters included.</summary>
internal static class ActivationBackward<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>gradient ⊙= f′ over the worker's rows. With learned parameters the workers meet twice: their gradients need
    /// ∂L/∂y of all rows, before any is overwritten.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="gradient">∂L/∂y: rows × width.</param>
    /// <param name="keeps">What <paramref name="kept"/> holds.</param>
    /// <param name="kept">y, f′ or x: rows × width.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="parameterGradient">One element per parameter, or empty.</param>
    public static void Run(Work work, Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<TVector> parameters, Span<T> parameterGradient)
    {
        if (!parameterGradient.IsEmpty)
        {
            work.Synchronize();
            if (work.Worker == 0)
                ParameterGradient<T, TVector, TActivation>.Assign(gradient, kept, RowShare.Width(work, gradient.Length), parameters, parameterGradient);
            work.Synchronize();
        }

        if (keeps == ActivationOperand.None)
            return;
        Range own = RowShare.Elements(work, gradient.Length);
        ActivationLoop<T, TVector, TActivation>.Backward(gradient[own], keeps, kept[own], parameters);
    }
}
