using ActGen.CompilerServices;

namespace ActGen;

public static partial class Functions
{
    /// <summary><see cref="Exp(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyExp(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<ExpFunction>.Run(source, destination);

    /// <summary><see cref="Expm1(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyExpm1(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<Expm1Function>.Run(source, destination);

    /// <summary><see cref="Log(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLog(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<LogFunction>.Run(source, destination);

    /// <summary><see cref="Log1p(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLog1p(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<Log1pFunction>.Run(source, destination);

    /// <summary><see cref="Tanh(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyTanh(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<TanhFunction>.Run(source, destination);

    /// <summary><see cref="Sigmoid(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplySigmoid(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<SigmoidFunction>.Run(source, destination);

    /// <summary><see cref="Softplus(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplySoftplus(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<SoftplusFunction>.Run(source, destination);

    /// <summary><see cref="LogSigmoid(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyLogSigmoid(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<LogSigmoidFunction>.Run(source, destination);

    /// <summary><see cref="Erf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyErf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<ErfFunction>.Run(source, destination);

    /// <summary><see cref="NormalCdf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyNormalCdf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<NormalCdfFunction>.Run(source, destination);

    /// <summary><see cref="NormalPdf(float)"/> of each element.</summary>
    /// <param name="source">Any values.</param>
    /// <param name="destination">At least as long as <paramref name="source"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short, or overlaps <paramref name="source"/> without being it.</exception>
    public static void ApplyNormalPdf(ReadOnlySpan<float> source, Span<float> destination) => FunctionKernel<NormalPdfFunction>.Run(source, destination);

    private readonly struct ExpFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Exp(x);
    }

    private readonly struct Expm1Function : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Expm1(x);
    }

    private readonly struct LogFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log(x);
    }

    private readonly struct Log1pFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log1p(x);
    }

    private readonly struct TanhFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Tanh(x);
    }

    private readonly struct SigmoidFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Sigmoid(x);
    }

    private readonly struct SoftplusFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Softplus(x);
    }

    private readonly struct LogSigmoidFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.LogSigmoid(x);
    }

    private readonly struct ErfFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Erf(x);
    }

    private readonly struct NormalCdfFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdf(x);
    }

    private readonly struct NormalPdfFunction : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalPdf(x);
    }
}
