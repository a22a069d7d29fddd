using System.Numerics;
using ActGen.CompilerServices;

namespace ActGen.Ulp;

/// <summary>A built-in activation with its default parameters, or its derivative, as the compiler wrote it. That the formula in double is the right
/// function is proved by the tests, against definitions written by hand.</summary>
internal sealed class ActivationSubject<TFormula> : Subject
    where TFormula : IActivation
{
    public ActivationSubject(bool isDerivative, string name, double promise)
        : base(isDerivative ? name + "′" : name, promise) => IsDerivative = isDerivative;

    public override void Measured(ReadOnlySpan<float> x, Span<float> y) => Run<float, Simd512<float>>(x, y);

    public override void Reference(ReadOnlySpan<double> x, Span<double> y) => Run<double, Simd512<double>>(x, y);

    private void Run<T, TVector>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ReadOnlySpan<double> defaults = TFormula.ParameterDefaults;
        TVector[] parameters = new TVector[defaults.Length];
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = TVector.Constant((float)defaults[i]);
        if (IsDerivative)
            VectorLoop.Map<T, TVector, ActivationDerivative<TFormula, TVector>>(x, y, new(parameters));
        else
            VectorLoop.Map<T, TVector, ActivationForward<TFormula, TVector>>(x, y, new(parameters));
    }
}
