using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>The generated half of a formula, one element at a time, in double.</summary>
internal interface ICompiledFormula
{
    ActivationOperand Keeps { get; }

    double[] Defaults { get; }

    double Forward(double x, double[] p);

    double Derivative(double x, double[] p);

    (double Value, double Derivative) ForwardWithDerivative(double x, double[] p);

    double DerivativeOfOutput(double y, double[] p);

    double ParameterDerivative(int parameter, double x, double[] p);
}

/// <summary>Calls the kernels of <typeparamref name="TFormula"/>.</summary>
internal sealed class CompiledFormula<TFormula> : ICompiledFormula
    where TFormula : IActivation
{
    public ActivationOperand Keeps => TFormula.Keeps;

    public double[] Defaults => TFormula.ParameterDefaults.ToArray();

    public double Forward(double x, double[] p) => TFormula.Forward<SimdScalar<double>, Accurate>(Lane(x), Lanes(p)).Value;

    public double Derivative(double x, double[] p) => TFormula.Derivative<SimdScalar<double>, Accurate>(Lane(x), Lanes(p)).Value;

    public (double Value, double Derivative) ForwardWithDerivative(double x, double[] p)
    {
        SimdScalar<double> value = TFormula.ForwardWithDerivative<SimdScalar<double>, Accurate>(Lane(x), Lanes(p), out SimdScalar<double> derivative);
        return (value.Value, derivative.Value);
    }

    public double DerivativeOfOutput(double y, double[] p) => TFormula.DerivativeOfOutput<SimdScalar<double>, Accurate>(Lane(y), Lanes(p)).Value;

    public double ParameterDerivative(int parameter, double x, double[] p) => TFormula.ParameterDerivative<SimdScalar<double>, Accurate>(parameter, Lane(x), Lanes(p)).Value;

    private static SimdScalar<double> Lane(double value) => new(value);

    private static ReadOnlySpan<SimdScalar<double>> Lanes(double[] values) => Array.ConvertAll(values, Lane);
}
