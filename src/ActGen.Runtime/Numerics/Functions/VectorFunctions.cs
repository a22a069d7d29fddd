namespace ActGen.CompilerServices;

/// <summary>The functions of one element as types, for loops that are compiled per function.</summary>
internal static class VectorFunctions
{
    public readonly struct Exp : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Exp(x);
    }

    public readonly struct Expm1 : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Expm1(x);
    }

    public readonly struct Log : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log(x);
    }

    public readonly struct Log1p : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Log1p(x);
    }

    public readonly struct Tanh : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Tanh(x);
    }

    public readonly struct Sigmoid : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Sigmoid(x);
    }

    public readonly struct Softplus : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Softplus(x);
    }

    public readonly struct LogSigmoid : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.LogSigmoid(x);
    }

    public readonly struct Erf : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Erf(x);
    }

    public readonly struct Erfc : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Erfc(x);
    }

    public readonly struct NormalCdf : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalCdf(x);
    }

    public readonly struct NormalPdf : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.NormalPdf(x);
    }

    public readonly struct Sin : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Sin(x);
    }

    public readonly struct Cos : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Cos(x);
    }

    public readonly struct Atan : IVectorFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector>(TVector x)
            where TVector : unmanaged, ISimd<TVector> => VectorMath.Atan(x);
    }
}
