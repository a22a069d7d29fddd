using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>f = x: nothing is kept.</summary>
internal readonly struct TestIdentity : IActivation
{
    public static ActivationOperand Keeps => ActivationOperand.None;
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Forward<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => TVector.Constant(1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        derivative = TVector.Constant(1);
        return x;
    }
}

/// <summary>f = max(slope·x, x), slope between 0 and 1: cheap, kept as y.</summary>
internal readonly struct TestLeaky : IActivation
{
    public static ActivationOperand Keeps => ActivationOperand.Output;
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Forward<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => TVector.Max(p[0] * x, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => TVector.Select(TVector.GreaterThan(x, TVector.Zero), TVector.Constant(1), p[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        derivative = Derivative<TVector, TPrecision>(x, p);
        return Forward<TVector, TPrecision>(x, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector DerivativeOfOutput<TVector, TPrecision>(TVector y, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => Derivative<TVector, TPrecision>(y, p);
}

/// <summary>f = a·x² + b·x with two learned parameters: not cheap; its derivative or its input is kept.</summary>
internal readonly struct TestQuadratic : IActivation
{
    public static ActivationOperand Keeps => ActivationOperand.Input;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Forward<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => x * TVector.MultiplyAdd(p[0], x, p[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => TVector.MultiplyAdd(p[0] + p[0], x, p[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        derivative = Derivative<TVector, TPrecision>(x, p);
        return Forward<TVector, TPrecision>(x, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ParameterDerivative<TVector, TPrecision>(int parameter, TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => parameter == 0 ? x * x : x;
}
