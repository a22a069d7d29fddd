using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x + sin²(ax)/a with a learned, one for each layer (Ziyin et al. 2020).</summary>
    /// <remarks>
    /// <para>Periodic data such as sound: it can extrapolate a period, and it is monotone as ReLU is.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description>no counterpart</description></item>
    /// <item><term>Trap</term><description>a = 0 divides by 0; the function tends to x there.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Snake
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="a">a at the start: half the angular frequency of the ripple.</param>
        public static float Formula(float x, [Learnable] float a = 1f) => x + (Sin(a * x) * Sin(a * x) / a);
    }
}
