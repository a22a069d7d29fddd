namespace ActGen;

public static partial class Formulas
{
    /// <summary>x above α, elsewhere 0 (Konda et al. 2014).</summary>
    /// <remarks>
    /// <para>Sparse autoencoders without biases. It jumps at α by α.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Threshold(alpha, 0)</c></description></item>
    /// <item><term>Keras</term><description><c>threshold(x, alpha, 0)</c></description></item>
    /// <item><term>ONNX</term><description><c>ThresholdedRelu(alpha=1)</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ThresholdedReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="alpha">α: inputs above it pass.</param>
        public static float Formula(float x, float alpha = 1f) => x > alpha ? x : 0;
    }
}
