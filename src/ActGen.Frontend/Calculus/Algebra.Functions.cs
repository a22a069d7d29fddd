namespace ActGen.Frontend.Calculus;

/// <summary>Functions that are another function, or that machines compute without a library.</summary>
internal static partial class Algebra
{
    private const double Sqrt2 = 1.4142135623730950488;

    /// <summary>Written out as products: at most 3 multiplications.</summary>
    public const int LargestWrittenPower = 8;

    /// <summary>sech²x = 4σ(2x)σ(−2x): all factors positive and small where the result is small; 1 − tanh²x loses every digit there.</summary>
    public static Expression SechSquared(Expression x) =>
        4 * (Make(Operator.Sigmoid, 2 * x) * Make(Operator.Sigmoid, -2 * x));

    /// <summary>tanh(softplus u), for which there is a function with one exponential instead of three.</summary>
    public static bool IsTanhOfSoftplus(Expression node) => node.Operator == Operator.Tanh && node[0].Operator == Operator.Softplus;

    /// <summary>u/(1+|u|), whose derivative 1/(1+|u|)² the quotient rule would write as a difference that cancels.</summary>
    public static bool IsSoftsign(Expression node)
    {
        return node.Operator == Operator.Divide && node[1].Operator == Operator.Add
            && ((node[1][0].Is(1) && IsMagnitude(node[1][1])) || (node[1][1].Is(1) && IsMagnitude(node[1][0])));

        bool IsMagnitude(Expression abs) => abs.Operator == Operator.Abs && abs[0] == node[0];
    }

    private static Expression Square(Expression x) => x * x;

    /// <summary>√(u·u) is |u|, which does not overflow.</summary>
    private static Expression Sqrt(Expression a) =>
        a.Operator == Operator.Multiply && a[0] == a[1] ? Make(Operator.Abs, a[0]) : Expression.Of(Operator.Sqrt, a);

    private static bool IsEven(Operator op) => op is Operator.Abs or Operator.Cos or Operator.NormalPdf or Operator.LogCosh;

    private static bool IsOdd(Operator op) => op is Operator.Sin or Operator.Atan or Operator.Tanh or Operator.Erf or Operator.Sign;

    private static Expression Log(Expression a)
    {
        if (a.Operator == Operator.Sigmoid)
            return Make(Operator.LogSigmoid, a[0]);
        if (a.Operator == Operator.Add && a[0].Is(1))
            return Make(Operator.Log1p, a[1]);
        if (a.Operator == Operator.Add && a[1].Is(1))
            return Make(Operator.Log1p, a[0]);
        // ln(½(e^u + e^−u))
        if (a.Operator == Operator.Multiply && a[0].Is(0.5) && a[1].Operator == Operator.Add
            && a[1][0].Operator == Operator.Exp && a[1][1].Operator == Operator.Exp && a[1][1][0] == -a[1][0][0])
        {
            return Make(Operator.LogCosh, a[1][0][0]);
        }
        return Expression.Of(Operator.Log, a);
    }

    /// <summary>Whole powers up to the eighth are products, halves take a root.</summary>
    private static Expression Pow(Expression a, Expression exponent)
    {
        if (!exponent.IsConstant)
            return Expression.Of(Operator.Pow, a, exponent);
        double p = exponent.Value, whole = Math.Floor(Math.Abs(p));
        if (p == 0)
            return Expression.One;
        if (whole > LargestWrittenPower || Math.Abs(p) - whole is not (0 or 0.5))
            return Expression.Of(Operator.Pow, a, exponent);
        Expression power = WholePower(a, (int)whole);
        if (Math.Abs(p) != whole)
            power *= Make(Operator.Sqrt, a);
        return p > 0 ? power : 1 / power;
    }

    private static Expression WholePower(Expression a, int n) =>
        n == 0 ? Expression.One : n % 2 == 0 ? Square(WholePower(a, n / 2)) : n == 1 ? a : Square(WholePower(a, n / 2)) * a;

    /// <summary>A choice between equal things is none; a choice of the larger is max, which lets NaN through.</summary>
    private static Expression Select(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (whenTrue == whenFalse)
            return whenTrue;
        if (condition.Operator == Operator.Not)
            return Make(Operator.Select, condition[0], whenFalse, whenTrue);
        if (condition.Operator is Operator.Greater or Operator.GreaterOrEqual)
        {
            if (whenTrue == condition[0] && whenFalse == condition[1])
                return Make(Operator.Max, whenTrue, whenFalse);
            if (whenTrue == condition[1] && whenFalse == condition[0])
                return Make(Operator.Min, whenFalse, whenTrue);
        }
        return Expression.Of(Operator.Select, condition, whenTrue, whenFalse);
    }

    /// <summary>½·erfc(−x/√2) = Φ(x), also with a factor between.</summary>
    private static Expression? HalfOfErfc(Expression product)
    {
        if (product.Operator == Operator.Multiply)
            return HalfOfErfc(product[1]) is { } right ? product[0] * right : HalfOfErfc(product[0]) is { } left ? left * product[1] : null;
        if (product.Operator != Operator.Erfc)
            return null;
        (Expression u, double sign) = product[0].Operator == Operator.Negate ? (product[0][0], 1.0) : (product[0], -1.0);
        // Constants written as float are √½ or √2 to seven digits only.
        if (u.Operator == Operator.Multiply && u[0].IsConstant && Math.Abs((Math.Abs(u[0].Value) * Sqrt2) - 1) < 1e-6)
            return Make(Operator.NormalCdf, (sign * Math.Sign(u[0].Value)) * u[1]);
        return u.Operator == Operator.Divide && u[1].IsConstant && Math.Abs((Math.Abs(u[1].Value) / Sqrt2) - 1) < 1e-6
            ? Make(Operator.NormalCdf, (sign * Math.Sign(u[1].Value)) * u[0])
            : null;
    }
}
