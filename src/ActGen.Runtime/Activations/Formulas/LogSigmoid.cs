namespace ActGen;

public static partial class Formulas
{
    /// <summary>Logarithm of the logistic function, −ln(1 + e⁻ˣ).</summary>
    /// <remarks>
    /// <para>The log-probability of yes; as a step towards a loss.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>LogSigmoid</c></description></item>
    /// <item><term>Keras</term><description><c>log_sigmoid</c></description></item>
    /// <item><term>ONNX</term><description><c>Softplus</c> between two <c>Neg</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct LogSigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.LogSigmoid(x);
    }
}
