using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Inverse square root unit x/√(1 + αx²) (Carlile et al. 2017).</summary>
    /// <remarks>
    /// <para>Instead of tanh: as smooth, without an exponential.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description>no counterpart</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ISRU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: the bounds are ±1/√α; positive.</param>
        public static float Formula(float x, float alpha = 1f) => x / Sqrt(1 + (alpha * x * x));
    }
}
