using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>e^(−x²): a bell.</summary>
    /// <remarks>
    /// <para>Radial basis functions, and coordinate networks in place of Sin. Both tails are flat: inputs must stay near 0.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Mul</c>, <c>Neg</c> and <c>Exp</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Gaussian
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Exp(-(x * x));
    }
}
