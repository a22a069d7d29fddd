namespace ActGen;

public static partial class Formulas
{
    /// <summary>0 up to −1, (x + 1)²/4 up to 1, x from there: softplus with a parabola for its bend.</summary>
    /// <remarks>
    /// <para>A rectifier that is smooth once, without an exponential and with exact zeros.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description><c>sparse_plus</c></description></item>
    /// <item><term>ONNX</term><description>no counterpart</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SparsePlus
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x <= -1 ? 0 : x >= 1 ? x : 0.25f * (x + 1) * (x + 1);
    }
}
