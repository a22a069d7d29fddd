namespace ActGen;

public static partial class Formulas
{
    /// <summary>Logarithm of the logistic function, −ln(1 + e⁻ˣ).</summary>
    [ActivationFunction]
    public readonly partial struct LogSigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.LogSigmoid(x);
    }
}
