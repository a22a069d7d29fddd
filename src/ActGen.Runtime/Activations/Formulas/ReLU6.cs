using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit that stops at 6.</summary>
    [ActivationFunction]
    public readonly partial struct ReLU6
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Min(Max(x, 0), 6);
    }
}
