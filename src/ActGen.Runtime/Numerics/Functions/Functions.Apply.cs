using ActGen.CompilerServices;

namespace ActGen;

public static partial class Functions
{
    /// <summary><see cref="Exp(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyExp(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Exp>.Run(source, destination);

    /// <summary><see cref="Expm1(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyExpm1(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Expm1>.Run(source, destination);

    /// <summary><see cref="Log(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLog(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Log>.Run(source, destination);

    /// <summary><see cref="Log1p(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLog1p(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Log1p>.Run(source, destination);

    /// <summary><see cref="Tanh(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyTanh(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Tanh>.Run(source, destination);

    /// <summary><see cref="Sigmoid(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplySigmoid(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Sigmoid>.Run(source, destination);

    /// <summary><see cref="Softplus(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplySoftplus(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Softplus>.Run(source, destination);

    /// <summary><see cref="LogSigmoid(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLogSigmoid(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.LogSigmoid>.Run(source, destination);

    /// <summary><see cref="Erf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyErf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Erf>.Run(source, destination);

    /// <summary><see cref="Erfc(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyErfc(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Erfc>.Run(source, destination);

    /// <summary><see cref="NormalCdf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyNormalCdf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.NormalCdf>.Run(source, destination);

    /// <summary><see cref="NormalPdf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyNormalPdf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.NormalPdf>.Run(source, destination);

    /// <summary><see cref="Sin(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplySin(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Sin>.Run(source, destination);

    /// <summary><see cref="Cos(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyCos(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Cos>.Run(source, destination);

    /// <summary><see cref="Atan(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyAtan(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<VectorFunctions.Atan>.Run(source, destination);

    /// <summary><see cref="Pow(float, float)"/> of each element and one exponent.</summary>
    /// <param name="source">Any values: the bases.</param>
    /// <param name="exponent">Any value.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyPow(ReadOnlySpan<float> source, float exponent, Span<float> destination) => PowerKernel.Run(source, exponent, destination);
}
