using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>(x + √(x² + b))/2: a rectifier with a hyperbola for its bend (Barron 2021).</summary>
    /// <remarks>
    /// <para>As Softplus, without transcendental functions; its left tail dies like b/(4|x|).</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description><c>squareplus(b=4)</c></description></item>
    /// <item><term>ONNX</term><description>no counterpart</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Squareplus
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="b">b: width of the bend, positive; 4 makes f(0) = 1, 4 ln²2 makes it Softplus' ln 2.</param>
        public static float Formula(float x, float b = 4f) => 0.5f * (x + Sqrt((x * x) + b));
    }
}
