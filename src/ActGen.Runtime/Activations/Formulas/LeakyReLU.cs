namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit with a small slope on the negative side, so that no unit dies (Maas et al. 2013).</summary>
    /// <remarks>
    /// <para>Where ReLU units die, and in the discriminators of adversarial networks, usually with slope 0.2.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>LeakyReLU(negative_slope=0.01)</c></description></item>
    /// <item><term>Keras</term><description><c>leaky_relu(negative_slope=0.2)</c>, the layer <c>LeakyReLU(0.3)</c></description></item>
    /// <item><term>ONNX</term><description><c>LeakyRelu(alpha=0.01)</c></description></item>
    /// <item><term>Trap</term><description>Three defaults of the slope: 0.01 in PyTorch and ONNX, 0.2 in Keras' function, 0.3 in Keras' layer. Here
    /// it is 0.01; write the slope of the network that is reproduced.</description></item>
    /// <item><term>Trap</term><description>f′(0) is the slope, as in PyTorch; JAX gives 1.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct LeakyReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="slope">Slope for negative inputs.</param>
        public static float Formula(float x, float slope = 0.01f) => x > 0 ? x : slope * x;
    }
}
