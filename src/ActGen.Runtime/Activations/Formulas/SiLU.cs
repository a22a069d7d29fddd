namespace ActGen;

public static partial class Formulas
{
    /// <summary>Sigmoid linear unit, x·σ(x), also known as swish (Elfwing et al. 2017).</summary>
    [ActivationFunction]
    public readonly partial struct SiLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Functions.Sigmoid(x);
    }
}
