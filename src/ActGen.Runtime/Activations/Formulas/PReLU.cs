namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit whose slope on the negative side is learned, one for each layer.</summary>
    [ActivationFunction]
    public readonly partial struct PReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="slope">Slope for negative inputs at the start.</param>
        public static float Formula(float x, [Learnable] float slope = 0.25f) => x > 0 ? x : slope * x;
    }
}
