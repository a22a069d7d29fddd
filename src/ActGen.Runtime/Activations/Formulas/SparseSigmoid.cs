using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>(x + 1)/2 held between 0 and 1: the derivative of SparsePlus.</summary>
    /// <remarks>
    /// <para>Sparse gates: exactly 0 below −1 and exactly 1 above 1.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description><c>sparse_sigmoid</c></description></item>
    /// <item><term>ONNX</term><description><c>HardSigmoid(alpha=0.5, beta=0.5)</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SparseSigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Min(Max(0.5f * (x + 1), 0), 1);
    }
}
