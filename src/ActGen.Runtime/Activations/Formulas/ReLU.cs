namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit: x where x is positive, elsewhere 0.</summary>
    [ActivationFunction]
    public readonly partial struct ReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x > 0 ? x : 0;
    }
}
