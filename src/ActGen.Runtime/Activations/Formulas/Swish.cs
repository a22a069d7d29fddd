namespace ActGen;

public static partial class Formulas
{
    /// <summary>x·σ(βx) with β learned, one for each layer (Ramachandran et al. 2017).</summary>
    [ActivationFunction]
    public readonly partial struct Swish
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="beta">β at the start.</param>
        public static float Formula(float x, [Learnable] float beta = 1f) => x * Functions.Sigmoid(beta * x);
    }
}
