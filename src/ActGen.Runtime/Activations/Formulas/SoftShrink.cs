namespace ActGen;

public static partial class Formulas
{
    /// <summary>x moved towards 0 by λ, and 0 within λ (Donoho &amp; Johnstone 1994, soft thresholding).</summary>
    /// <remarks>
    /// <para>Unrolled sparse coding (ISTA, LISTA): it is the proximal step of an L1 penalty of weight λ.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Softshrink(lambd=0.5)</c></description></item>
    /// <item><term>Keras</term><description><c>soft_shrink(threshold=0.5)</c></description></item>
    /// <item><term>ONNX</term><description><c>Shrink(lambd=0.5, bias=0.5)</c></description></item>
    /// <item><term>Trap</term><description>ONNX's <c>Shrink</c> has bias 0 by default, which is hard shrinkage; soft shrinkage needs bias =
    /// lambd.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct SoftShrink
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="lambda">λ: how far inputs move, not negative.</param>
        public static float Formula(float x, float lambda = 0.5f) => x > lambda ? x - lambda : x < -lambda ? x + lambda : 0;
    }
}
