namespace ActGen.CompilerServices;

/// <summary>Vector functions that generated kernels call: the same bits at every width.</summary>
/// <remarks>Each is a fixed sequence of correctly rounded operations, so nothing depends on the machine. Polynomials come
/// from <c>tools/coefficients/fit.py</c>; float accuracy is measured over all inputs, in units in the last place (ULP).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
}
