using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The functions of which formulas are made. Every one gives the same bits as the vector kernels do, on every
/// machine with fused multiply-add; none calls the platform's mathematical library.</summary>
/// <remarks>Meant for <c>using static ActGen.Functions;</c> beside a formula. NaN in gives NaN out, except where <see cref="Pow"/> says otherwise. Accuracy is
/// stated in units in the last place (ULP) of the exact value.</remarks>
public static partial class Functions
{
    /// <summary>eˣ.</summary>
    /// <remarks>Within 1 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float Exp(float x) => VectorMath.Exp(new SimdScalar<float>(x)).Value;

    /// <summary>eˣ − 1, accurate near 0.</summary>
    /// <remarks>Within 1 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float Expm1(float x) => VectorMath.Expm1(new SimdScalar<float>(x)).Value;

    /// <summary>ln x, NaN for x &lt; 0.</summary>
    /// <remarks>Within 1 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float Log(float x) => VectorMath.Log(new SimdScalar<float>(x)).Value;

    /// <summary>ln(1 + x), accurate near 0; NaN for x &lt; −1.</summary>
    /// <remarks>Within 1 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float Log1p(float x) => VectorMath.Log1p(new SimdScalar<float>(x)).Value;

    /// <summary>tanh x.</summary>
    /// <remarks>Within 1 ULP, monotone, odd bit for bit.</remarks>
    /// <param name="x">Any value.</param>
    public static float Tanh(float x) => VectorMath.Tanh(new SimdScalar<float>(x)).Value;

    /// <summary>1/(1 + e⁻ˣ).</summary>
    /// <remarks>Within 1.5 ULP, monotone, within [0, 1].</remarks>
    /// <param name="x">Any value.</param>
    public static float Sigmoid(float x) => VectorMath.Sigmoid(new SimdScalar<float>(x)).Value;

    /// <summary>ln(1 + eˣ).</summary>
    /// <remarks>Within 2 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float Softplus(float x) => VectorMath.Softplus(new SimdScalar<float>(x)).Value;

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    /// <remarks>Within 2 ULP, monotone.</remarks>
    /// <param name="x">Any value.</param>
    public static float LogSigmoid(float x) => VectorMath.LogSigmoid(new SimdScalar<float>(x)).Value;

    /// <summary>The error function, 2/√π·∫₀ˣ e^(−t²) dt.</summary>
    /// <remarks>Within 1 ULP, odd bit for bit.</remarks>
    /// <param name="x">Any value.</param>
    public static float Erf(float x) => VectorMath.Erf(new SimdScalar<float>(x)).Value;

    /// <summary>1 − erf(x), accurate in its upper tail too.</summary>
    /// <remarks>Within 4 ULP.</remarks>
    /// <param name="x">Any value.</param>
    public static float Erfc(float x) => VectorMath.Erfc(new SimdScalar<float>(x)).Value;

    /// <summary>Φ(x), the distribution function of the standard normal, accurate in its lower tail too.</summary>
    /// <remarks>Within 4 ULP.</remarks>
    /// <param name="x">Any value.</param>
    public static float NormalCdf(float x) => VectorMath.NormalCdf(new SimdScalar<float>(x)).Value;

    /// <summary>φ(x) = e^(−x²/2)/√(2π), the density of the standard normal.</summary>
    /// <remarks>Within 1.5 ULP.</remarks>
    /// <param name="x">Any value.</param>
    public static float NormalPdf(float x) => VectorMath.NormalPdf(new SimdScalar<float>(x)).Value;

    /// <summary>sin x, x in radians; NaN for ±∞.</summary>
    /// <remarks>Within 1 ULP for every x, odd bit for bit.</remarks>
    /// <param name="x">Any value.</param>
    public static float Sin(float x) => VectorMath.Sin(new SimdScalar<float>(x)).Value;

    /// <summary>cos x, x in radians; NaN for ±∞.</summary>
    /// <remarks>Within 1 ULP for every x, even bit for bit.</remarks>
    /// <param name="x">Any value.</param>
    public static float Cos(float x) => VectorMath.Cos(new SimdScalar<float>(x)).Value;

    /// <summary>arctan x, in [−π/2, π/2].</summary>
    /// <remarks>Within 1 ULP, odd bit for bit.</remarks>
    /// <param name="x">Any value.</param>
    public static float Atan(float x) => VectorMath.Atan(new SimdScalar<float>(x)).Value;

    /// <summary>xʸ, with the special values of C99: x⁰ = 1 and 1ʸ = 1 even beside NaN; NaN for x &lt; 0 and y no integer.</summary>
    /// <remarks>Within 1.5 ULP.</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    public static float Pow(float x, float y) => VectorMath.Pow(new SimdScalar<float>(x), new SimdScalar<float>(y)).Value;

    /// <summary>√x, correctly rounded; NaN for x &lt; 0.</summary>
    /// <param name="x">Any value.</param>
    public static float Sqrt(float x) => float.Sqrt(x);

    /// <summary>|x|.</summary>
    /// <param name="x">Any value.</param>
    public static float Abs(float x) => float.Abs(x);

    /// <summary>−1, ±0 (x itself) or 1: the sign of x; NaN for NaN.</summary>
    /// <param name="x">Any value.</param>
    public static float Sign(float x) => x == 0f || float.IsNaN(x) ? x : float.CopySign(1f, x);

    /// <summary>The smaller one; NaN if either is NaN; −0 is below +0.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    public static float Min(float x, float y) => float.Min(x, y);

    /// <summary>The larger one; NaN if either is NaN; +0 is above −0.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    public static float Max(float x, float y) => float.Max(x, y);
}
