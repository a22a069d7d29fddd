namespace ActGen;

public static partial class Formulas
{
    /// <summary>x where |x| is above λ, elsewhere 0 (Donoho &amp; Johnstone 1994, hard thresholding).</summary>
    /// <remarks>
    /// <para>Sparse coding and denoising. It jumps at ±λ.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Hardshrink(lambd=0.5)</c></description></item>
    /// <item><term>Keras</term><description><c>hard_shrink(threshold=0.5)</c></description></item>
    /// <item><term>ONNX</term><description><c>Shrink(lambd=0.5, bias=0)</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct HardShrink
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="lambda">λ: half the width of the dead zone.</param>
        public static float Formula(float x, float lambda = 0.5f) => x > lambda || x < -lambda ? x : 0;
    }
}
