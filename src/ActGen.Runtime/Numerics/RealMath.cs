namespace ActGen.CompilerServices;

/// <summary>Functions of one double with the same bits on every machine, for scalars that reach the weights: the library's own kernels on one lane.</summary>
internal static class RealMath
{
    /// <summary>eˣ.</summary>
    public static double Exp(double x) => VectorMath.Exp(new SimdScalar<double>(x)).Value;

    /// <summary>eˣ − 1.</summary>
    public static double Expm1(double x) => VectorMath.Expm1(new SimdScalar<double>(x)).Value;

    /// <summary>ln x.</summary>
    public static double Log(double x) => VectorMath.Log(new SimdScalar<double>(x)).Value;

    /// <summary>ln(1 + x).</summary>
    public static double Log1p(double x) => VectorMath.Log1p(new SimdScalar<double>(x)).Value;

    /// <summary>xʸ.</summary>
    public static double Power(double x, double y) => VectorMath.Pow(new SimdScalar<double>(x), new(y)).Value;

    /// <summary>sin x.</summary>
    public static double Sin(double x) => VectorMath.Sin(new SimdScalar<double>(x)).Value;

    /// <summary>cos x.</summary>
    public static double Cos(double x) => VectorMath.Cos(new SimdScalar<double>(x)).Value;
}
