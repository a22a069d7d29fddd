namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit with a small slope on the negative side, so that no unit dies.</summary>
    [ActivationFunction]
    public readonly partial struct LeakyReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="slope">Slope for negative inputs.</param>
        public static float Formula(float x, float slope = 0.01f) => x > 0 ? x : slope * x;
    }
}
