using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Continuously differentiable exponential linear unit: x where x is positive, elsewhere α(e^(x/α) − 1) (Barron 2017).</summary>
    /// <remarks>
    /// <para>As ELU, when α is not 1: ELU's derivative jumps at 0 then, this one's does not.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>CELU(alpha=1)</c></description></item>
    /// <item><term>Keras</term><description><c>celu(alpha=1)</c></description></item>
    /// <item><term>ONNX</term><description><c>Celu(alpha=1)</c>, since opset 12</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct CELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: minus the limit at −∞, positive.</param>
        public static float Formula(float x, float alpha = 1f) => x > 0 ? x : alpha * Expm1(x / alpha);
    }
}
