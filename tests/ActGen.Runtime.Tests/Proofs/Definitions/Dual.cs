namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>A value and its derivative in one direction (Clifford 1873): evaluating a definition on it differentiates the
/// definition without knowing any derivative rule of the product.</summary>
/// <param name="Value">The value.</param>
/// <param name="Tangent">The derivative.</param>
internal readonly record struct Dual(double Value, double Tangent)
{
    public static implicit operator Dual(double constant) => new(constant, 0);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Tangent + b.Tangent);

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Tangent - b.Tangent);

    public static Dual operator -(Dual a) => new(-a.Value, -a.Tangent);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Tangent * b.Value) + (a.Value * b.Tangent));

    public static Dual operator /(Dual a, Dual b)
    {
        double quotient = a.Value / b.Value;
        return new(quotient, (a.Tangent - (quotient * b.Tangent)) / b.Value);
    }

    public static bool operator >(Dual a, Dual b) => a.Value > b.Value;

    public static bool operator <(Dual a, Dual b) => a.Value < b.Value;

    public static bool operator >=(Dual a, Dual b) => a.Value >= b.Value;

    public static bool operator <=(Dual a, Dual b) => a.Value <= b.Value;

    public static Dual Exp(Dual a)
    {
        double value = Math.Exp(a.Value);
        return new(value, value * a.Tangent);
    }

    public static Dual Log(Dual a) => new(Math.Log(a.Value), a.Tangent / a.Value);

    public static Dual Power(Dual a, double exponent) => new(Math.Pow(a.Value, exponent), exponent * Math.Pow(a.Value, exponent - 1) * a.Tangent);

    public static Dual Log1p(Dual a) => new(RealFunctions.Log1p(a.Value), a.Tangent / (1 + a.Value));

    public static Dual Sqrt(Dual a)
    {
        double value = Math.Sqrt(a.Value);
        return new(value, a.Tangent / (2 * value));
    }

    public static Dual Tanh(Dual a)
    {
        double value = Math.Tanh(a.Value), cosh = Math.Cosh(a.Value);
        return new(value, a.Tangent / (cosh * cosh));
    }

    public static Dual Sin(Dual a) => new(Math.Sin(a.Value), a.Tangent * Math.Cos(a.Value));

    public static Dual Atan(Dual a) => new(Math.Atan(a.Value), a.Tangent / (1 + (a.Value * a.Value)));

    /// <summary>(1 + erf(a/√2))/2, with the normal density as its derivative.</summary>
    public static Dual NormalCdf(Dual a) =>
        new(RealFunctions.NormalCdf(a.Value), a.Tangent * RealFunctions.NormalPdf(a.Value));

    public static Dual Erf(Dual a) =>
        new(RealFunctions.Erf(a.Value), a.Tangent * 2 / Math.Sqrt(Math.PI) * Math.Exp(-a.Value * a.Value));
}
