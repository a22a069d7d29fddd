using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x·tanh(x) (Roy et al. 2019).</summary>
    /// <remarks>
    /// <para>A smooth |x|; rare. It is not monotone: both signs of the input give the same output.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Tanh</c> and <c>Mul</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct LiSHT
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Tanh(x);
    }
}
