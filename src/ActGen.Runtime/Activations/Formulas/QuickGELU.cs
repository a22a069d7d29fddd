namespace ActGen;

public static partial class Formulas
{
    /// <summary>x·σ(1.702x): the logistic approximation of the Gaussian error linear unit (Hendrycks &amp; Gimpel 2016).</summary>
    /// <remarks>
    /// <para>Reproducing networks that were trained with it, such as CLIP; otherwise GELU.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Swish(alpha=1.702)</c>, since opset 24</description></item>
    /// <item><term>Trap</term><description>It differs from GELU by up to 0.02: weights trained with one do not fit the other.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct QuickGELU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Functions.Sigmoid(1.702f * x);
    }
}
