namespace ActGen;

public static partial class Formulas
{
    /// <summary>Self-regularised unit x·tanh(softplus(x)) (Misra 2019).</summary>
    /// <remarks>
    /// <para>Vision networks, in place of SiLU: a little smoother.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Mish</c></description></item>
    /// <item><term>Keras</term><description><c>mish</c></description></item>
    /// <item><term>ONNX</term><description><c>Mish</c>, since opset 18</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Mish
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Functions.Tanh(Functions.Softplus(x));
    }
}
