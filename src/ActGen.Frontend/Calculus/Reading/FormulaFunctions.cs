using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>The functions that a formula may call, by the names of <c>ActGen.Functions</c>, <c>MathF</c>, <c>Math</c> and <c>float</c>;
/// those without an operator of their own are written with others, in a form that does not cancel.</summary>
internal static class FormulaFunctions
{
    private static readonly Dictionary<string, Function[]> ByName = All().GroupBy(function => function.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>What people reach for, and why not or what to write.</summary>
    private static readonly Dictionary<string, string> Substitutes = new(StringComparer.Ordinal)
    {
        ["Round"] = Staircase,
        ["Floor"] = Staircase,
        ["Ceiling"] = Staircase,
        ["Truncate"] = Staircase,
        ["Tan"] = "is 'Sin(x) / Cos(x)', which has poles: write it so if its argument stays away from them",
        ["Cbrt"] = "has an infinite derivative at 0: write 'Sign(x) * Pow(Abs(x), 1f / 3)' if its argument stays away from it",
        ["Asin"] = "is 'Atan(x / Sqrt(1 - x * x))': write it so",
        ["Acos"] = "is '1.5707964f - Atan(x / Sqrt(1 - x * x))': write it so",
        ["Atan2"] = "is 'Atan(y / x)' where x > 0: write it so",
        ["Asinh"] = "is 'Sign(x) * Log1p(Abs(x) + x * x / (1 + Sqrt(1 + x * x)))': write it so",
        ["Acosh"] = "is 'Log(x + Sqrt(x * x - 1))': write it so",
        ["Atanh"] = "is '0.5f * (Log1p(x) - Log1p(-x))': write it so",
    };

    private const string Staircase = "is a staircase: its derivative is 0, so that no gradient passes";

    /// <summary>All of them, by name.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>What a message says of a known function that is not among them, after its name; null for all others.</summary>
    public static string? Instead(string name) => Substitutes.TryGetValue(name, out string? substitute) ? substitute : null;

    /// <summary>Whether a function is found here by its name.</summary>
    public static bool IsLibrary(IMethodSymbol function) =>
        function.IsStatic && function.ContainingType.ToDisplayString() is "ActGen.Functions" or "System.Math" or "System.MathF" or "float" or "double";

    /// <summary>The value of a call, as a maker from its arguments; null where no such function is known.</summary>
    public static Func<Expression[], Expression>? Find(string name, int arity) =>
        ByName.TryGetValue(name, out Function[]? overloads) ? overloads.FirstOrDefault(function => function.Arity == arity)?.Of : null;

    private static IEnumerable<Function> All()
    {
        foreach (Operator op in (Operator[])
        [
            Operator.Abs, Operator.Atan, Operator.Cos, Operator.Erf, Operator.Erfc, Operator.Exp, Operator.Expm1, Operator.Log, Operator.Log1p,
            Operator.LogSigmoid, Operator.Max, Operator.Min, Operator.NormalCdf, Operator.NormalPdf, Operator.Pow, Operator.Sigmoid,
            Operator.Sign, Operator.Sin, Operator.Softplus, Operator.Sqrt, Operator.Tanh,
        ])
        {
            yield return new(op.ToString(), OperatorTable.Row(op).Arity, a => Expression.Of(op, a));
        }
        // As .NET spells them.
        yield return new("ExpM1", 1, a => Expression.Of(Operator.Expm1, a));
        yield return new("LogP1", 1, a => Expression.Of(Operator.Log1p, a));

        yield return new("Clamp", 3, a => Expression.Of(Operator.Min, Expression.Of(Operator.Max, a[0], a[1]), a[2]));
        yield return new("FusedMultiplyAdd", 3, a => Expression.Of(Operator.Add, Expression.Of(Operator.Multiply, a[0], a[1]), a[2]));
        yield return new("Log", 2, a => Expression.Of(Operator.Divide, Expression.Of(Operator.Log, a[0]), Expression.Of(Operator.Log, a[1])));
        yield return new("Log2", 1, a => Expression.Of(Operator.Multiply, 1.4426950408889634074, Expression.Of(Operator.Log, a)));
        yield return new("Log10", 1, a => Expression.Of(Operator.Multiply, 0.43429448190325182765, Expression.Of(Operator.Log, a)));
        // 2ˣ as a power: e^(x·ln 2) would carry the rounding of x·ln 2.
        yield return new("Exp2", 1, a => Expression.Of(Operator.Pow, 2, a[0]));
        yield return new("Sinh", 1, a => Half(Operator.Subtract, Operator.Expm1, a[0]));
        yield return new("Cosh", 1, a => Half(Operator.Add, Operator.Exp, a[0]));
    }

    /// <summary>½(h(u) ± h(−u)).</summary>
    private static Expression Half(Operator combination, Operator function, Expression u) => Expression.Of(
        Operator.Multiply, 0.5, Expression.Of(combination, Expression.Of(function, u), Expression.Of(function, Expression.Of(Operator.Negate, u))));

    /// <param name="Name">As written.</param>
    /// <param name="Arity">Number of arguments.</param>
    /// <param name="Of">The value.</param>
    private sealed record Function(string Name, int Arity, Func<Expression[], Expression> Of);
}
