namespace ActGen.CompilerServices;

/// <summary>The functions of <see cref="VectorMath"/> as calls, for kernels that need several of them: together they are more than the JIT inlines into one loop, and what it then
/// leaves out is every single operation, from some point on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CalledVectorMath
{
    /// <inheritdoc cref="VectorMath.Atan{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Atan<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Atan<TVector>(x);

    /// <inheritdoc cref="VectorMath.Erf{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Erf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Erf<TVector>(x);

    /// <inheritdoc cref="VectorMath.Erfc{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Erfc<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Erfc<TVector>(x);

    /// <inheritdoc cref="VectorMath.Exp{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Exp<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.Exp<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.Expm1{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Expm1<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Expm1<TVector>(x);

    /// <inheritdoc cref="VectorMath.Log{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Log<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Log<TVector>(x);

    /// <inheritdoc cref="VectorMath.Log1p{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Log1p<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Log1p<TVector>(x);

    /// <inheritdoc cref="VectorMath.NormalCdf{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector NormalCdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdf<TVector>(x);

    /// <inheritdoc cref="VectorMath.NormalCdf{TVector}(TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector NormalCdf<TVector>(TVector x, out TVector density)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdf<TVector>(x, out density);

    /// <inheritdoc cref="VectorMath.NormalPdf{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector NormalPdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalPdf<TVector>(x);

    /// <inheritdoc cref="VectorMath.NormalCdfProduct{TVector}(TVector, TVector, out TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector NormalCdfProduct<TVector>(TVector x, TVector factor, out TVector cdf, out TVector density)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdfProduct<TVector>(x, factor, out cdf, out density);

    /// <inheritdoc cref="VectorMath.NormalGate{TVector}(TVector, out TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector NormalGate<TVector>(TVector x, out TVector cdf, out TVector density)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalGate<TVector>(x, out cdf, out density);

    /// <inheritdoc cref="VectorMath.Pow{TVector}(TVector, TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Pow<TVector>(TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Pow<TVector>(x, y);

    /// <inheritdoc cref="VectorMath.Sigmoid{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Sigmoid<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.Sigmoid<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.SigmoidProduct{TVector, TPrecision}(TVector, TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector SigmoidProduct<TVector, TPrecision>(TVector x, TVector factor, out TVector small)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.SigmoidProduct<TVector, TPrecision>(x, factor, out small);

    /// <inheritdoc cref="VectorMath.SigmoidTail{TVector, TPrecision}(TVector, TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector SigmoidTail<TVector, TPrecision>(TVector x, TVector factor, out TVector sigmoid)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.SigmoidTail<TVector, TPrecision>(x, factor, out sigmoid);

    /// <inheritdoc cref="VectorMath.Sin{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Sin<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Sin<TVector>(x);

    /// <inheritdoc cref="VectorMath.Cos{TVector}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Cos<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Cos<TVector>(x);

    /// <inheritdoc cref="VectorMath.Sin{TVector}(TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Sin<TVector>(TVector x, out TVector cosine)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Sin<TVector>(x, out cosine);

    /// <inheritdoc cref="VectorMath.Softplus{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Softplus<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.Softplus<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.LogSigmoid{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector LogSigmoid<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.LogSigmoid<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.Tanh{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector Tanh<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.Tanh<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.TanhSoftplus{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector TanhSoftplus<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.TanhSoftplus<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.TanhSoftplusSlope{TVector, TPrecision}(TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector TanhSoftplusSlope<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.TanhSoftplusSlope<TVector, TPrecision>(x);

    /// <inheritdoc cref="VectorMath.TanhSoftplus{TVector, TPrecision}(TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector TanhSoftplus<TVector, TPrecision>(TVector x, out TVector slope)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.TanhSoftplus<TVector, TPrecision>(x, out slope);

    /// <inheritdoc cref="VectorMath.TanhSoftplusProduct{TVector, TPrecision}(TVector, TVector, out TVector, out TVector)"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TVector TanhSoftplusProduct<TVector, TPrecision>(TVector x, TVector factor, out TVector tanh, out TVector slope)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => VectorMath.TanhSoftplusProduct<TVector, TPrecision>(x, factor, out tanh, out slope);
}
