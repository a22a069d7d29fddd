namespace ActGen;

public static partial class Formulas
{
    /// <summary>Logistic function 1/(1 + e⁻ˣ): a probability.</summary>
    [ActivationFunction]
    public readonly partial struct Sigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Sigmoid(x);
    }
}
