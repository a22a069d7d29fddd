using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A formula with <see cref="Precision.Fast"/>, an activation like any other: <c>Activations.Apply&lt;Fast&lt;Formulas.SiLU&gt;&gt;(source, destination)</c>. In a
/// network it is written <c>[SiLU(Precision = Precision.Fast)]</c>.</summary>
/// <typeparam name="TFormula">The formula.</typeparam>
public readonly struct Fast<TFormula> : IActivation
    where TFormula : IActivation
{
    static ActivationOperand IActivation.Keeps => TFormula.Keeps;

    static bool IActivation.IsCheap => TFormula.IsCheap;

    static ReadOnlySpan<double> IActivation.ParameterDefaults => TFormula.ParameterDefaults;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IActivation.Forward<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p) =>
        TFormula.Forward<TVector, CompilerServices.Fast>(x, p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IActivation.Derivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p) =>
        TFormula.Derivative<TVector, CompilerServices.Fast>(x, p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IActivation.ForwardWithDerivative<TVector, TPrecision>(TVector x, ReadOnlySpan<TVector> p, out TVector derivative) =>
        TFormula.ForwardWithDerivative<TVector, CompilerServices.Fast>(x, p, out derivative);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IActivation.DerivativeOfOutput<TVector, TPrecision>(TVector y, ReadOnlySpan<TVector> p) =>
        TFormula.DerivativeOfOutput<TVector, CompilerServices.Fast>(y, p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TVector IActivation.ParameterDerivative<TVector, TPrecision>(int parameter, TVector x, ReadOnlySpan<TVector> p) =>
        TFormula.ParameterDerivative<TVector, CompilerServices.Fast>(parameter, x, p);
}
