namespace ActGen;

public static partial class Formulas
{
    /// <summary>The identity, y = x: a layer without activation.</summary>
    /// <remarks>
    /// <para>The output of a regression, where the loss wants the number itself. Between two dense layers it adds nothing: both together are one
    /// linear map.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>Identity</c></description></item>
    /// <item><term>Keras</term><description><c>linear</c></description></item>
    /// <item><term>ONNX</term><description><c>Identity</c></description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction, WithoutAttribute]
    public readonly partial struct Identity
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x;
    }
}
