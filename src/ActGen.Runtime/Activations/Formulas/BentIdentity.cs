using static ActGen.Functions;

namespace ActGen;

public static partial class Formulas
{
    /// <summary>(√(x² + 1) − 1)/2 + x: a line whose slope bends from ½ to 3∕2.</summary>
    /// <remarks>
    /// <para>Rare; it never saturates and has a slope of at least ½.</para>
    /// <list type="bullet">
    /// <item><term>PyTorch</term><description>no counterpart</description></item>
    /// <item><term>Keras</term><description>no counterpart</description></item>
    /// <item><term>ONNX</term><description>no counterpart</description></item>
    /// </list>
    /// </remarks>
    [ActivationFunction]
    public readonly partial struct BentIdentity
    {
        /// <summary>f(x).</summary>
        /// <param name="x">The input.</param>
        public static float Formula(float x) => ((Sqrt((x * x) + 1) - 1) / 2) + x;
    }
}
