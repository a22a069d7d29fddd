namespace ActGen;

public static partial class Formulas
{
    /// <summary>Sigmoid linear unit, x·σ(x), also known as swish (Elfwing et al. 2017).</summary>
    /// <remarks>
    /// <para>Hidden layers of convolutional networks and the gate of transformers (SwiGLU). Smooth, with a minimum of −0.278 at −1.278.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>SiLU</c></description></item>
    /// <item><term>Keras</term><description><c>silu</c>, alias <c>swish</c></description></item>
    /// <item><term>ONNX</term><description><c>Swish(alpha=1)</c>, since opset 24</description></item>
    /// <item><term>Trap</term><description>PyTorch's SiLU of −∞ is NaN; the limit is 0, which is given here.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SiLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x * Functions.Sigmoid(x);
    }
}
