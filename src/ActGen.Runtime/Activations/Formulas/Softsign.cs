using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x/(1 + |x|): like tanh with slower tails (Turian et al. 2009).</summary>
    /// <remarks>
    /// <para>Instead of tanh where its flat tails hinder: here the slope dies like 1/x², not exponentially.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Softsign</c></description></item>
    /// <item><term>Keras</term><description><c>softsign</c></description></item>
    /// <item><term>ONNX</term><description><c>Softsign</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Softsign
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x / (1 + Abs(x));
    }
}
