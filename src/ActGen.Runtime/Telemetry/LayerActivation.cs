namespace ActGen;

/// <summary>The activation of a layer, as a function of numbers: what reports draw.</summary>
public abstract class LayerActivation
{
    private protected LayerActivation(string name, double[] parameters)
    {
        Name = name;
        Parameters = [.. parameters];
    }

    /// <summary>As declared: <c>LeakyReLU 0.2</c>.</summary>
    public string Name { get; }

    /// <summary>The formula's parameters in its order; of learned ones the first values.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>y = f(x), element by element.</summary>
    /// <param name="source">x.</param>
    /// <param name="destination">y, at least as long.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="source"/>.</exception>
    public abstract void Apply(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>f′(x), element by element.</summary>
    /// <param name="source">x.</param>
    /// <param name="destination">f′(x), at least as long.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="source"/>.</exception>
    public abstract void Derivative(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>The activation of a formula.</summary>
    /// <typeparam name="TFormula">The formula.</typeparam>
    /// <param name="name">As declared.</param>
    /// <param name="parameters">The formula's parameters in its order.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LayerActivation Of<TFormula>(string name, params double[] parameters)
        where TFormula : IActivation => new OfFormula<TFormula>(name, parameters);

    private sealed class OfFormula<TFormula> : LayerActivation
        where TFormula : IActivation
    {
        private readonly float[] _parameters;

        public OfFormula(string name, double[] parameters)
            : base(name, parameters) => _parameters = [.. Parameters.Select(static parameter => (float)parameter)];

        public override void Apply(ReadOnlySpan<float> source, Span<float> destination) => Activations.Apply<TFormula>(source, destination, _parameters);

        public override void Derivative(ReadOnlySpan<float> source, Span<float> destination) => Activations.Derivative<TFormula>(source, destination, _parameters);
    }
}
