using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Gaussian error linear unit, x·Φ(x) (Hendrycks &amp; Gimpel 2016).</summary>
    /// <remarks>
    /// <para>Transformers, and hidden layers in general where accuracy counts more than speed. Smooth, with a minimum of −0.170 at −0.752.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>GELU(approximate='none')</c></description></item>
    /// <item><term>Keras</term><description><c>gelu(approximate=False)</c></description></item>
    /// <item><term>ONNX</term><description><c>Gelu(approximate="none")</c>, since opset 20</description></item>
    /// <item><term>Trap</term><description>JAX's <c>nn.gelu</c> and GPT-2 mean the tanh form: <c>[GELU(Approximate = true)]</c>.</description></item>
    /// <item><term>Trap</term><description>Computed as ½x(1 + erf(x/√2)) in float it is 0 below −5.5 and NaN at −∞; here the tail keeps its
    /// digits.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction, FormulaOption<GELUTanh>("Approximate")]
    public readonly partial struct GELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * NormalCdf(x);
    }
}
