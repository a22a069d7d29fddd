namespace ActGen;

public static partial class Formulas
{
    /// <summary>Smooth rectifier ln(1 + e^(βx))/β (Dugas et al. 2001).</summary>
    /// <remarks>
    /// <para>An output that must be positive, such as a variance or a rate; a smooth rectifier where second derivatives matter.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Softplus(beta=1, threshold=20)</c></description></item>
    /// <item><term>Keras</term><description><c>softplus</c></description></item>
    /// <item><term>ONNX</term><description><c>Softplus</c>, β = 1</description></item>
    /// <item><term>Trap</term><description>PyTorch returns x itself where βx is above <c>threshold</c>. ActGen computes the function exactly
    /// everywhere and needs no threshold; up to rounding the results are the same.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Softplus
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="beta">β: sharpness of the bend, positive.</param>
        public static float Formula(float x, float beta = 1f) => Functions.Softplus(beta * x) / beta;
    }
}
