namespace ActGen;

/// <summary>Activations on spans, without a network: <c>Activations.GELU(source, destination)</c>.</summary>
public static partial class Activations
{
    /// <summary>y = f(x), element by element.</summary>
    /// <typeparam name="TFormula">The formula.</typeparam>
    /// <param name="source">x.</param>
    /// <param name="destination">y, at least as long; may be <paramref name="source"/> itself.</param>
    /// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
    public static void Apply<TFormula>(ReadOnlySpan<float> source, Span<float> destination, params ReadOnlySpan<float> parameters)
        where TFormula : IActivation => throw new NotImplementedException();
}
