namespace ActGen;

public static partial class Formulas
{
    /// <summary>Hyperbolic tangent.</summary>
    [ActivationFunction]
    public readonly partial struct Tanh
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Tanh(x);
    }
}
