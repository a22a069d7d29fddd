namespace ActGen.Frontend.Calculus;

/// <summary>The functions of the library: the stable forms of their derivatives (sech² as 4σ(2x)σ(−2x), 1−σ(x) as σ(−x)), each with
/// its form in y where there is one.</summary>
internal static partial class OperatorTable
{
    private static IEnumerable<OperatorRow> Library()
    {
        yield return new(Operator.Exp, "exp", 1, v => RealMath.Exp(v[0]),
            a => [Algebra.Make(Operator.Exp, a[0])], y => y);
        yield return new(Operator.Expm1, "expm1", 1, v => RealMath.Expm1(v[0]),
            a => [Algebra.Make(Operator.Exp, a[0])], y => y + 1);
        yield return new(Operator.Log, "log", 1, v => RealMath.Log(v[0]),
            a => [1 / a[0]]);
        yield return new(Operator.Log1p, "log1p", 1, v => RealMath.Log1p(v[0]),
            a => [1 / (1 + a[0])]);
        yield return new(Operator.Tanh, "tanh", 1, v => RealMath.Tanh(v[0]),
            a => [Algebra.SechSquared(a[0])], y => 1 - (y * y));
        yield return new(Operator.Sigmoid, "sigmoid", 1, v => RealMath.Sigmoid(v[0]),
            a => [Algebra.Make(Operator.Sigmoid, a[0]) * Algebra.Make(Operator.Sigmoid, -a[0])], y => y * (1 - y));
        yield return new(Operator.Softplus, "softplus", 1, v => RealMath.Softplus(v[0]),
            a => [Algebra.Make(Operator.Sigmoid, a[0])], y => -Algebra.Make(Operator.Expm1, -y));
        yield return new(Operator.LogSigmoid, "logsigmoid", 1, v => -RealMath.Softplus(-v[0]),
            a => [Algebra.Make(Operator.Sigmoid, -a[0])], y => -Algebra.Make(Operator.Expm1, y));
        yield return new(Operator.LogCosh, "logcosh", 1, v => RealMath.LogCosh(v[0]),
            a => [Algebra.Make(Operator.Tanh, a[0])]);
        yield return new(Operator.Sin, "sin", 1, v => RealMath.Sin(v[0]),
            a => [Algebra.Make(Operator.Cos, a[0])]);
        yield return new(Operator.Cos, "cos", 1, v => RealMath.Cos(v[0]),
            a => [-Algebra.Make(Operator.Sin, a[0])]);
        yield return new(Operator.Atan, "atan", 1, v => RealMath.Atan(v[0]),
            a => [1 / (1 + (a[0] * a[0]))]);
        // aᵇ·ln a is 0 where aᵇ is, though ln 0 is −∞.
        yield return new(Operator.Pow, "pow", 2, v => RealMath.Pow(v[0], v[1]),
            a => [a[1] * Algebra.Make(Operator.Pow, a[0], a[1] - 1),
                Algebra.Make(Operator.VanishingProduct, Algebra.Make(Operator.Log, a[0]), Algebra.Make(Operator.Pow, a[0], a[1]))]);
        yield return new(Operator.Erf, "erf", 1, v => RealMath.Erf(v[0]),
            a => [1.12837916709551257390 * Algebra.Make(Operator.Exp, -(a[0] * a[0]))]);
        yield return new(Operator.Erfc, "erfc", 1, v => RealMath.Erfc(v[0]),
            a => [-1.12837916709551257390 * Algebra.Make(Operator.Exp, -(a[0] * a[0]))]);
        yield return new(Operator.NormalCdf, "normalcdf", 1, v => RealMath.NormalCdf(v[0]),
            a => [Algebra.Make(Operator.NormalPdf, a[0])]);
        yield return new(Operator.NormalPdf, "normalpdf", 1, v => RealMath.NormalPdf(v[0]),
            a => [-(a[0] * Algebra.Make(Operator.NormalPdf, a[0]))]);
        foreach ((Operator product, string key) in new[] { (Operator.SigmoidProduct, "sigmoid*"), (Operator.SigmoidTail, "sigmoid-*") })
        {
            yield return new(product, key, 2, v => RealMath.Sigmoid(v[0]) * v[1],
                a => [a[1] * (Algebra.Make(Operator.Sigmoid, a[0]) * Algebra.Make(Operator.Sigmoid, -a[0])), Algebra.Make(Operator.Sigmoid, a[0])]);
        }
        yield return new(Operator.NormalCdfProduct, "normalcdf*", 2, v => RealMath.NormalCdf(v[0]) * v[1],
            a => [a[1] * Algebra.Make(Operator.NormalPdf, a[0]), Algebra.Make(Operator.NormalCdf, a[0])]);
        yield return new(Operator.NormalGate, "normalgate", 1, v => double.IsNegativeInfinity(v[0]) ? 0 : v[0] * RealMath.NormalCdf(v[0]),
            a => [Algebra.Make(Operator.NormalCdf, a[0]) + (a[0] * Algebra.Make(Operator.NormalPdf, a[0]))]);
        yield return new(Operator.TanhSoftplus, "tanhsoftplus", 1, v => RealMath.Tanh(RealMath.Softplus(v[0])),
            a => [Algebra.Make(Operator.TanhSoftplusSlope, a[0])]);
        yield return new(Operator.TanhSoftplusSlope, "tanhsoftplus'", 1, v => SlopeOfTanhSoftplus(v[0]),
            a => [Algebra.Make(Operator.TanhSoftplusSlope, a[0]) * (Algebra.Make(Operator.Sigmoid, -a[0]) - (2 * (Algebra.Make(Operator.Tanh, Algebra.Make(Operator.Softplus, a[0])) * Algebra.Make(Operator.Sigmoid, a[0]))))]);
        yield return new(Operator.TanhSoftplusProduct, "tanhsoftplus*", 2, v => RealMath.Tanh(RealMath.Softplus(v[0])) * v[1],
            a => [a[1] * Algebra.Make(Operator.TanhSoftplusSlope, a[0]), Algebra.Make(Operator.TanhSoftplus, a[0])]);
    }

    // sech(softplus x) = 2c/(1 + c²), c = σ(−x) = e^−softplus x: nothing cancels.
    private static double SlopeOfTanhSoftplus(double x)
    {
        double c = RealMath.Sigmoid(-x), sech = 2 * c / (1 + (c * c));
        return sech * sech * RealMath.Sigmoid(x);
    }
}
