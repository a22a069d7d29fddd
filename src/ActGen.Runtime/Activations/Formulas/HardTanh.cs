using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x held between two bounds, by default −1 and 1 (Collobert 2004).</summary>
    /// <remarks>
    /// <para>A cheap tanh for recurrent layers and for integer arithmetic; outside the bounds the gradient is exactly 0.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Hardtanh(min_val=-1, max_val=1)</c></description></item>
    /// <item><term>Keras</term><description><c>hard_tanh</c></description></item>
    /// <item><term>ONNX</term><description><c>Clip</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct HardTanh
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="min">Lower bound.</param>
        /// <param name="max">Upper bound, above the lower one.</param>
        public static float Formula(float x, float min = -1f, float max = 1f) => Min(Max(x, min), max);
    }
}
