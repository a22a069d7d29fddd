namespace ActGen;

public static partial class Formulas
{
    /// <summary>sin(ωx) (Sitzmann et al. 2020).</summary>
    /// <remarks>
    /// <para>Networks that represent an image, a sound or a field as a function of its coordinates (SIREN).</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description><c>torch.sin</c>, no module</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description><c>Sin</c></description></item>
    /// <item><term>Trap</term><description>SIREN has ω = 30 with weights drawn from U(±√(6/fan-in)/ω); with ω = 30 and ordinary weights the output is
    /// noise. The default here is 1.</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct Sin
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        /// <param name="omega">ω: angular frequency.</param>
        public static float Formula(float x, float omega = 1f) => Functions.Sin(omega * x);
    }
}
