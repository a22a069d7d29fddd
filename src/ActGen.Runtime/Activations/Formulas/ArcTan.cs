using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>Inverse tangent, between −π/2 and π/2.</summary>
    /// <remarks>
    /// <para>Instead of tanh where its flat tails hinder: here the slope dies like 1/x².</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>torch.atan</c>, no module</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Atan</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ArcTan
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Atan(x);
    }
}
