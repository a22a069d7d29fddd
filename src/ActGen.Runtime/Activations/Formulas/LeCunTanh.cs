using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>1.7159·tanh(2x/3): tanh scaled so that f(±1) = ±1 and curvature is largest there (LeCun et al. 1998).</summary>
    /// <remarks>
    /// <para>Reproducing classic networks; targets ±1 lie where the function still has slope.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>ScaledTanh(alpha=1.7159, beta=0.6667)</c>, in recurrent operators only</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct LeCunTanh
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => 1.7159f * Tanh(2f / 3 * x);
    }
}
