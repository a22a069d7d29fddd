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

    /// <summary>xʸ for x ≥ 0, with a relative error of about 10⁻¹⁶·(1 + |y·ln x|); 1 for y = 0.</summary>
    public static double Power(double x, double y) => y == 0 ? 1 : y == 1 ? x : x == 0 ? (y > 0 ? 0 : double.PositiveInfinity) : Exp(y * Log(x));
}
