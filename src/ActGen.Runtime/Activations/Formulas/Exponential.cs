using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>eˣ: a positive output such as a rate.</summary>
    /// <remarks>
    /// <para>The output of a Poisson regression. It overflows above 88.7; Softplus is the positive output that does not.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>torch.exp</c>, no module</description></item>
    /// <item><term>Keras</term><description><c>exponential</c></description></item>
    /// <item><term>ONNX</term><description><c>Exp</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Exponential
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
#pragma warning disable ACT0011 // e^x does overflow above 88.72; the library applies it to log-probabilities, which are at most 0.
        public static float Formula(float x) => Exp(x);
#pragma warning restore ACT0011
    }
}
