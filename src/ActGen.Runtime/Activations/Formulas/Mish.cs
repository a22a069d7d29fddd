namespace ActGen;

public static partial class Formulas
{
    /// <summary>Self-regularised unit x·tanh(softplus(x)) (Misra 2019).</summary>
    [ActivationFunction]
    public readonly partial struct Mish
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Functions.Tanh(Functions.Softplus(x));
    }
}
