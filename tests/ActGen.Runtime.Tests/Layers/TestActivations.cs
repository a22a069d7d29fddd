using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>f = x: nothing is kept.</summary>
internal readonly struct TestIdentity : IActivation
{
    public static ActivationOperand Keeps => ActivationOperand.None;
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Forward<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
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
    public static TVector Forward<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => TVector.Max(p[0] * x, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => TVector.Select(TVector.GreaterThan(x, TVector.Zero), TVector.Constant(1), p[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
    {
        derivative = Derivative(x, p);
        return Forward(x, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector DerivativeOfOutput<TVector>(TVector y, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => Derivative(y, p);
}

/// <summary>f = a·x² + b·x with two learned parameters: not cheap; its derivative or its input is kept.</summary>
internal readonly struct TestQuadratic : IActivation
{
    public static ActivationOperand Keeps => ActivationOperand.Input;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Forward<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => x * TVector.MultiplyAdd(p[0], x, p[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => TVector.MultiplyAdd(p[0] + p[0], x, p[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ForwardWithDerivative<TVector>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
    {
        derivative = Derivative(x, p);
        return Forward(x, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ParameterDerivative<TVector>(int parameter, TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector> => parameter == 0 ? x * x : x;
}
