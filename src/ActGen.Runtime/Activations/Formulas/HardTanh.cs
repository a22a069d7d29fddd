using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x held between −1 and 1.</summary>
    [ActivationFunction]
    public readonly partial struct HardTanh
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Min(Max(x, -1), 1);
    }
}
