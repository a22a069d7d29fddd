namespace ActGen.CompilerServices;

/// <summary>t·α(1 − p)^γ·(−ln p) + (1 − t)·(1 − α)·p^γ·(−ln(1 − p)), p = σ(x), γ the setting, α the other one; a negative α stands for 1 in both terms (Lin et al. 2017).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinaryFocalError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        (TVector rising, TVector falling) = Logarithms(x);
        (TVector ofOne, TVector ofZero) = Weights(t, other);
        return WeightedTerm.Of(ofOne, Cost(falling, rising, setting)) + WeightedTerm.Of(ofZero, Cost(rising, falling, setting));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        // With a = −ln(1 − p): ∂a/∂x = p; with b = −ln p: ∂b/∂x = p − 1.
        (TVector rising, TVector falling) = Logarithms(x);
        (TVector ofOne, TVector ofZero) = Weights(t, other);
        TVector p = CalledVectorMath.Sigmoid<TVector, Accurate>(x), rest = CalledVectorMath.Sigmoid<TVector, Accurate>(-x);
        TVector positive = CalledVectorMath.Exp<TVector, Accurate>(-WeightedTerm.Of(setting, rising)) * -(WeightedTerm.Of(setting * p, falling) + rest);
        TVector negative = CalledVectorMath.Exp<TVector, Accurate>(-WeightedTerm.Of(setting, falling)) * (WeightedTerm.Of(setting * rest, rising) + p);
        return (ofOne * positive) + (ofZero * negative);
    }

    /// <summary>−ln(1 − p) and −ln p, from which the powers of p are made as well: nothing cancels and nothing is divided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector Rising, TVector Falling) Logarithms<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector magnitude = TVector.Abs(x), small = CalledVectorMath.Softplus<TVector, Accurate>(-magnitude), large = magnitude + small;
        TVector isPositive = TVector.GreaterThanOrEqual(x, TVector.Zero);
        return (TVector.Select(isPositive, large, small), TVector.Select(isPositive, small, large));
    }

    /// <summary>cost·e^(−γ·other cost), the wrong class's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Cost<TVector>(TVector cost, TVector ofOther, TVector focus)
        where TVector : unmanaged, ISimd<TVector> => cost * CalledVectorMath.Exp<TVector, Accurate>(-WeightedTerm.Of(focus, ofOther));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector OfOne, TVector OfZero) Weights<TVector>(TVector t, TVector alpha)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1), isNone = TVector.GreaterThan(TVector.Zero, alpha);
        return (TVector.Select(isNone, one, alpha) * t, TVector.Select(isNone, one, one - alpha) * (one - t));
    }
}
