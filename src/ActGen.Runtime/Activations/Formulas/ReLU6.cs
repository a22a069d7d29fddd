using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit that stops at 6 (Krizhevsky 2010).</summary>
    /// <remarks>
    /// <para>Networks that will run in 8-bit integers: the range is known beforehand. For training in floating point ReLU is as good.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>ReLU6</c></description></item>
    /// <item><term>Keras</term><description><c>relu6</c></description></item>
    /// <item><term>ONNX</term><description><c>Clip</c> to [0, 6]</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ReLU6
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Min(Max(x, 0), 6);
    }
}
