using ActGen.CompilerServices;

namespace ActGen;

/// <summary>An element-wise activation: one formula and what the compiler derived from it.</summary>
/// <remarks>Implemented by the generated half of a struct marked <see cref="ActivationFunctionAttribute"/>.
/// <c>p</c> holds the formula's parameters in their order, one vector each. Loops ask for <see cref="Accurate"/>; <see cref="Fast{TFormula}"/> is the formula
/// that passes on something else.</remarks>
public interface IActivation
{
    /// <summary>What a training forward pass must keep for the backward pass; a constant for the JIT.</summary>
    static abstract ActivationOperand Keeps { get; }

    /// <summary>Whether the formula is at most six simple operations, so that it runs in the registers of the matrix product.</summary>
    static virtual bool IsCheap => false;

    /// <summary>The formula's parameters: their default values, in order.</summary>
    static virtual ReadOnlySpan<double> ParameterDefaults => [];

    /// <summary>y = f(x).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TVector Forward<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision;

    /// <summary>f′(x).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TVector Derivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision;

    /// <summary>y = f(x) and, sharing its work, d = f′(x).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TVector ForwardWithDerivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision;

    /// <summary>f′ written in y = f(x). Meaningful where <see cref="Keeps"/> is <see cref="ActivationOperand.Output"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual TVector DerivativeOfOutput<TVector, TPrecision>(TVector y, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision =>
        throw new NotSupportedException("This formula's derivative is not written in its output; Keeps says what is kept.");

    /// <summary>∂f/∂p at x for the parameter with index <paramref name="parameter"/>. 0 for a parameter that is not learnable, in a formula that has a learnable one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual TVector ParameterDerivative<TVector, TPrecision>(int parameter, TVector x, ReadOnlySpan<TVector> p)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision =>
        throw new NotSupportedException("This formula has no learnable parameter.");
}

/// <summary>What the backward pass of an activation reads.</summary>
public enum ActivationOperand
{
    /// <summary>Nothing: the derivative is 1 (identity).</summary>
    None = 0,

    /// <summary>The output y, in the buffer that the next layer reads anyway.</summary>
    Output = 1,

    /// <summary>d = f′(x), computed together with y by the training forward pass.</summary>
    Derivative = 2,

    /// <summary>The input x: a learned parameter's derivative needs it.</summary>
    Input = 3,
}
