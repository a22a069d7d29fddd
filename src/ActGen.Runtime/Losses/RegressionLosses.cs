namespace ActGen.CompilerServices;

/// <summary>d², d = x − t.</summary>
internal readonly struct SquaredError : IElementLoss
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = x - t;
        return d * d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = x - t;
        return d + d;
    }
}

/// <summary>|d|, d = x − t; the derivative at d = 0 is 0.</summary>
internal readonly struct AbsoluteError : IElementLoss
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector> => TVector.Abs(x - t);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Sign(x - t);
}

/// <summary>½d² where |d| ≤ δ, else δ(|d| − ½δ), d = x − t (Huber 1964).</summary>
internal readonly struct HuberError : IElementLoss
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = TVector.Abs(x - t), half = TVector.Constant(0.5);
        return TVector.Select(TVector.GreaterThan(d, setting), setting * (d - (half * setting)), half * d * d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector> => TVector.Max(-setting, TVector.Min(setting, x - t));
}
