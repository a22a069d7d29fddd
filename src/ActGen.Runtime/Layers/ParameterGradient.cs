namespace ActGen.CompilerServices;

/// <summary>A row's share of the gradients of an activation's parameters: Σ g·∂f/∂p in the order of row reductions.</summary>
internal static class ParameterGradient<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>Assigns the sums of all parameters.</summary>
    /// <param name="gradient">∂L/∂f of a row, not yet multiplied by f′.</param>
    /// <param name="x">What f was applied to.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="sums">One element per parameter.</param>
    public static void RowSums(ReadOnlySpan<T> gradient, ReadOnlySpan<T> x, ReadOnlySpan<TVector> parameters, Span<T> sums)
    {
        for (int parameter = 0; parameter < sums.Length; parameter++)
            sums[parameter] = MappedSum<T, TVector>.Of<TimesParameterDerivative<TActivation, TVector>>(gradient, x, new(parameter, parameters));
    }
}
