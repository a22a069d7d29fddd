using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Scaled exponential linear unit: activations stay near mean 0 and variance 1 (Klambauer et al. 2017).</summary>
    /// <remarks>
    /// <para>Deep stacks of dense layers without normalisation.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>SELU</c></description></item>
    /// <item><term>Keras</term><description><c>selu</c></description></item>
    /// <item><term>ONNX</term><description><c>Selu</c>, constants in float32</description></item>
    /// <item><term>Trap</term><description>It keeps mean and variance only with weights of variance 1/fan-in (LeCun): <c>Initializer.Auto</c> gives
    /// that, He initialisation destroys it.</description></item>
    /// <item><term>Trap</term><description>Ordinary dropout destroys it too: the paper's alpha dropout sets dropped units to −1.7581, the limit at
    /// −∞.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => 1.0507009873554804934f * (x > 0 ? x : 1.6732632423543772848f * Expm1(x));
    }
}
