namespace ActGen;

public static partial class Formulas
{
    /// <summary>Hyperbolic tangent.</summary>
    /// <remarks>
    /// <para>Recurrent layers and outputs between −1 and 1. It is odd, so that outputs have mean 0, and it saturates beyond ±9: deep stacks want
    /// Initializer.Auto.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Tanh</c></description></item>
    /// <item><term>Keras</term><description><c>tanh</c></description></item>
    /// <item><term>ONNX</term><description><c>Tanh</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Tanh
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Tanh(x);
    }
}
