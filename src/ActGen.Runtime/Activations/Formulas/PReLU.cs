namespace ActGen;

public static partial class Formulas
{
    /// <summary>Rectified linear unit whose slope on the negative side is learned, one for each layer (He et al. 2015).</summary>
    /// <remarks>
    /// <para>As LeakyReLU, where data are plenty and a slope is not worth a search.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>PReLU(num_parameters=1, init=0.25)</c></description></item>
    /// <item><term>Keras</term><description>layer <c>PReLU</c>, which starts at 0 and has one slope per element</description></item>
    /// <item><term>ONNX</term><description><c>PRelu</c>, slope as an input</description></item>
    /// <item><term>Trap</term><description>The slope starts at 0.25 here and in PyTorch, at 0 in Keras.</description></item>
    /// <item><term>Trap</term><description>Weight decay would pull the slope to 0 and the unit to ReLU: ActGen's optimizers leave learned parameters
    /// of activations out of it.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct PReLU
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="slope">Slope for negative inputs at the start.</param>
        public static float Formula(float x, [Learnable] float slope = 0.25f) => x > 0 ? x : slope * x;
    }
}
