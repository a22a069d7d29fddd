namespace ActGen;

public static partial class Formulas
{
    /// <summary>The tanh approximation of the Gaussian error linear unit.</summary>
    /// <remarks>
    /// <para>Reproducing networks that were trained with it, such as GPT-2 and those written in JAX; otherwise GELU itself.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>GELU(approximate='tanh')</c></description></item>
    /// <item><term>Keras</term><description><c>gelu(approximate=True)</c></description></item>
    /// <item><term>ONNX</term><description><c>Gelu(approximate="tanh")</c>, since opset 20</description></item>
    /// <item><term>Trap</term><description>It differs from GELU by up to 5·10⁻⁴.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction, WithoutAttribute]
    public readonly partial struct GELUTanh
    {
        private const float SqrtTwoOverPi = 0.79788456080286535588f;

        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => 0.5f * x * (1 + Functions.Tanh(SqrtTwoOverPi * (x + (0.044715f * x * x * x))));
    }
}
