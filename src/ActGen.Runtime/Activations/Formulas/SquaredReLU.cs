using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>max(0, x)² (So et al. 2021).</summary>
    /// <remarks>
    /// <para>The feed-forward part of transformers (Primer); it is sparse like ReLU and its derivative is continuous. Outputs grow quadratically:
    /// with a normalisation, or Initializer.Auto.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>relu(x)**2</c>, no module</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Relu</c> and <c>Mul</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SquaredReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Max(x, 0) * Max(x, 0);
    }
}
