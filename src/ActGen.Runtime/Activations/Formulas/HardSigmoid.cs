using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>relu6(x + 3)/6: a sigmoid of three straight pieces (Howard et al. 2019).</summary>
    /// <remarks>
    /// <para>Gates in networks for small devices and integer arithmetic. Beyond ±3 the gradient is exactly 0.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Hardsigmoid</c></description></item>
    /// <item><term>Keras</term><description><c>hard_sigmoid</c></description></item>
    /// <item><term>ONNX</term><description><c>HardSigmoid(alpha=0.2, beta=0.5)</c></description></item>
    /// <item><term>Trap</term><description>Two slopes: 1/6 in PyTorch and Keras 3, 0.2 by default in ONNX and in old Keras. Here it is
    /// 1/6.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct HardSigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Min(Max(x + 3, 0), 6) / 6;
    }
}
