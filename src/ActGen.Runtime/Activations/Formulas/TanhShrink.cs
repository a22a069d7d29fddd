using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>x − tanh(x): nearly x³/3 around 0, nearly x ∓ 1 far out.</summary>
    /// <remarks>
    /// <para>Sparse coding: a smooth dead zone.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Tanhshrink</c></description></item>
    /// <item><term>Keras</term><description><c>tanh_shrink</c></description></item>
    /// <item><term>ONNX</term><description><c>Tanh</c> and <c>Sub</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct TanhShrink
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x - Tanh(x);
    }
}
