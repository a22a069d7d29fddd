namespace ActGen;

public static partial class Formulas
{
    /// <summary>|x|.</summary>
    /// <remarks>
    /// <para>Rectification in texture and contrast models, where the sign carries nothing.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>torch.abs</c>, no module</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Abs</c></description></item>
    /// <item><term>Trap</term><description>f′(0) = 0, as in PyTorch.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Abs
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => Functions.Abs(x);
    }
}
