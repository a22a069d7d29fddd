namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit: x where x is positive, elsewhere 0 (Nair &amp; Hinton 2010).</summary>
    /// <remarks>
    /// <para>The first choice for hidden layers: cheapest of all, and half of the units are exactly 0. Units whose input is negative for every row
    /// get no gradient any more; where many die, LeakyReLU or a smooth unit such as GELU or SiLU helps.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>ReLU</c></description></item>
    /// <item><term>Keras</term><description><c>relu(negative_slope=0, max_value=None, threshold=0)</c></description></item>
    /// <item><term>ONNX</term><description><c>Relu</c></description></item>
    /// <item><term>Trap</term><description>f′(0) = 0 here and in PyTorch; the true derivative does not exist there.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct ReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => x > 0 ? x : 0;
    }
}
