namespace ActGen;

public static partial class Formulas
{
    /// <summary>x·relu6(x + 3)/6: swish of three pieces (Howard et al. 2019).</summary>
    /// <remarks>
    /// <para>Networks for small devices (MobileNetV3), where an exponential is dear.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Hardswish</c></description></item>
    /// <item><term>Keras</term><description><c>hard_silu</c>, alias <c>hard_swish</c></description></item>
    /// <item><term>ONNX</term><description><c>HardSwish</c>, since opset 14</description></item>
    /// <item><term>Trap</term><description>f′(−3) = 0 and f′(3) = 1; versions of PyTorch differ there.</description></item>
    /// <item><term>Trap</term><description>x·relu6(x + 3) overflows above 5.6·10³⁷ and is NaN at −∞; here neither happens.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct HardSwish
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6;
    }
}
