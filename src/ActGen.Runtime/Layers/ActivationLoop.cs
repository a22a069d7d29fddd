namespace ActGen.CompilerServices;

/// <summary>An activation over a stretch of elements, with what training keeps of it.</summary>
internal static class ActivationLoop<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>One vector for each parameter of the formula.</summary>
    /// <param name="parameters">The values.</param>
    /// <param name="vectors">As long as <paramref name="parameters"/>.</param>
    public static void Broadcast(ReadOnlySpan<T> parameters, Span<TVector> vectors)
    {
        for (int i = 0; i < parameters.Length; i++)
            vectors[i] = TVector.Broadcast(parameters[i]);
    }

    /// <summary>y = f(x); x or f′(x) into <paramref name="kept"/> when asked for. y may be x itself.</summary>
    public static void Forward(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<TVector> parameters, ActivationOperand keeps, Span<T> kept)
    {
        switch (keeps)
        {
            case ActivationOperand.Derivative:
                VectorLoop.MapToPair<T, TVector, ActivationForwardWithDerivative<TActivation, TVector>>(x, y, kept, new(parameters));
                break;
            case ActivationOperand.Input:
                x.CopyTo(kept);
                VectorLoop.Map<T, TVector, ActivationForward<TActivation, TVector>>(kept[..x.Length], y, new(parameters));
                break;
            // In place nothing is to be done: a pass over memory less for each convolution before a normalisation.
            case ActivationOperand.None when typeof(TActivation) == typeof(Formulas.Identity) && x == y:
                break;
            default:
                VectorLoop.Map<T, TVector, ActivationForward<TActivation, TVector>>(x, y, new(parameters));
                break;
        }
    }

    /// <summary>gradient ⊙= f′, from what was kept.</summary>
    public static void Backward(Span<T> gradient, ActivationOperand keeps, ReadOnlySpan<T> kept, ReadOnlySpan<TVector> parameters)
    {
        switch (keeps)
        {
            case ActivationOperand.Output:
                VectorLoop.Map<T, TVector, TimesDerivativeOfOutput<TActivation, TVector>>(gradient, kept, gradient, new(parameters));
                break;
            case ActivationOperand.Derivative:
                VectorLoop.Map<T, TVector, Product<TVector>>(gradient, kept, gradient, default);
                break;
            case ActivationOperand.Input:
                VectorLoop.Map<T, TVector, TimesDerivative<TActivation, TVector>>(gradient, kept, gradient, new(parameters));
                break;
        }
    }
}
