namespace ActGen;

public static partial class Formulas
{
    /// <summary>x above a threshold, elsewhere a constant.</summary>
    /// <remarks>
    /// <para>Rare: ReLU with a floor of one's own choice. With the defaults it is ReLU.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Threshold(threshold, value)</c>, both required</description></item>
    /// <item><term>Keras</term><description><c>threshold(x, threshold, default_value)</c>, both required</description></item>
    /// <item><term>ONNX</term><description><c>Where</c></description></item>
    /// <item><term>Trap</term><description>a value that is not the threshold makes the function jump; the gradient does not see the
    /// jump.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Threshold
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="threshold">Inputs above it pass.</param>
        /// <param name="value">Output for all other inputs.</param>
        public static float Formula(float x, float threshold = 0f, float value = 0f) => x > threshold ? x : value;
    }
}
