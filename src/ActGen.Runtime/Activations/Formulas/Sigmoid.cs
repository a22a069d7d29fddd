namespace ActGen;

public static partial class Formulas
{
    /// <summary>Logistic function 1/(1 + e⁻ˣ): a probability.</summary>
    /// <remarks>
    /// <para>Gates, and the output of a yes-or-no question; behind an output BCEWithLogitsLoss applies it itself. As a hidden activation it is a poor
    /// choice: its slope is at most ¼, so that the gradient of k layers shrinks like 4⁻ᵏ.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Sigmoid</c></description></item>
    /// <item><term>Keras</term><description><c>sigmoid</c></description></item>
    /// <item><term>ONNX</term><description><c>Sigmoid</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Sigmoid
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Sigmoid(x);
    }
}
