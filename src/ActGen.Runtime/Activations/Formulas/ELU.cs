using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Exponential linear unit: x where x is positive, elsewhere α(eˣ − 1) (Clevert et al. 2015).</summary>
    /// <remarks>
    /// <para>Hidden layers without normalisation: the mean of its outputs is nearer to 0 than ReLU's, and no unit dies.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>ELU(alpha=1)</c></description></item>
    /// <item><term>Keras</term><description><c>elu(alpha=1)</c></description></item>
    /// <item><term>ONNX</term><description><c>Elu(alpha=1)</c></description></item>
    /// <item><term>Trap</term><description>Computed as eˣ − 1 it is 0 for |x| below 10⁻⁸, with 100 % error (TensorFlow, PyTorch before 2026); here it
    /// is expm1.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: minus the limit at −∞.</param>
        public static float Formula(float x, float alpha = 1f) => x > 0 ? x : alpha * Expm1(x);
    }
}
