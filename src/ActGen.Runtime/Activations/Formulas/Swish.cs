namespace ActGen;

public static partial class Formulas
{
    /// <summary>x·σ(βx) with β learned, one for each layer (Ramachandran et al. 2017).</summary>
    /// <remarks>
    /// <para>As SiLU, when the bend shall be learned: β = 0 is x/2, large β is ReLU.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart with learned β; <c>SiLU</c> is β = 1</description></item>
    /// <item><term>Keras</term><description>no counterpart with learned β; <c>silu</c> is β = 1</description></item>
    /// <item><term>ONNX</term><description><c>Swish(alpha)</c>, since opset 24</description></item>
    /// <item><term>Trap</term><description>In PyTorch, Keras and JAX “swish” means SiLU, without a parameter.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Swish
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="beta">β at the start.</param>
        public static float Formula(float x, [Learnable] float beta = 1f) => x * Functions.Sigmoid(beta * x);
    }
}
