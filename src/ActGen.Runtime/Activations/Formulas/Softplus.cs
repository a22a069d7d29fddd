namespace ActGen;

public static partial class Formulas
{
    /// <summary>Smooth rectifier ln(1 + eˣ).</summary>
    [ActivationFunction]
    public readonly partial struct Softplus
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Softplus(x);
    }
}
