using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>f′ written in y = f(x) alone, so that backward can overwrite x with y. Found by walking from y back to x
/// along the only path that depends on x; accepted when it agrees with f′ to 3·10⁻⁷·sup|f′| over all binades of float,
/// for sampled values of the parameters that the conditions admit. Between the samples and beyond them it is a conjecture:
/// <see cref="Holds"/> tries the values that a network uses.</summary>
/// <param name="Formula">f′ in y, as people write it.</param>
/// <param name="Kernel">The same, with NaN passed on.</param>
/// <param name="Conditions">On the parameters.</param>
/// <param name="Forward">f as the kernel computes it.</param>
/// <param name="Derivative">f′ in x.</param>
internal sealed record OutputForm(
    Expression Formula, Expression Kernel, EquatableArray<KeepCondition> Conditions, Expression Forward, Expression Derivative)
{
    private const double Tolerance = 3e-7;

    /// <summary>More parameters are not searched: the conditions multiply.</summary>
    private const int MaximumParameters = 2;

    public static OutputForm? Of(Expression f, Expression derivative, EquatableArray<FormulaParameter> parameters)
    {
        if (parameters.Count > MaximumParameters || Derive(f, asFormula: true) is not { } formula || Derive(f, asFormula: false) is not { } kernel)
            return null;
        if (!NaNFlow.Passes(kernel))
            kernel = Expression.Of(Operator.Select, Expression.Of(Operator.IsNaN, Expression.Output), Expression.Output, kernel);
        Expression forward = Guard.Of(f, parameters);
        foreach (EquatableArray<KeepCondition> conditions in Candidates(parameters.Count))
        {
            if (Admitted(conditions, parameters.Count).All(values => Agrees(forward, kernel, derivative, values)))
                return new OutputForm(formula, kernel, conditions, forward, derivative);
        }
        return null;
    }

    /// <summary>Whether y determines f′ for these very values.</summary>
    public bool Holds(double[] parameters) => Agrees(Forward, Kernel, Derivative, parameters);

    /// <summary>df/dx in y. <paramref name="asFormula"/>: a constant piece has derivative 0; otherwise y − c, which is 0 there too but keeps NaN.</summary>
    private static Expression? Derive(Expression f, bool asFormula)
    {
        return Back(f, Expression.Output);

        // d node/dx, given an expression for node's value.
        Expression? Back(Expression node, Expression value)
        {
            if (!Algebra.DependsOnInput(node))
                return asFormula ? Expression.Zero : value - node;
            switch (node.Operator)
            {
                case Operator.Input:
                    return Expression.One;
                case Operator.Negate:
                    return Back(node[0], -value) is { } negated ? -negated : null;
                case Operator.Add when !Algebra.DependsOnInput(node[1]):
                    return Back(node[0], value - node[1]);
                case Operator.Add when !Algebra.DependsOnInput(node[0]):
                    return Back(node[1], value - node[0]);
                case Operator.Subtract when !Algebra.DependsOnInput(node[1]):
                    return Back(node[0], value + node[1]);
                case Operator.Subtract when !Algebra.DependsOnInput(node[0]):
                    return Back(node[1], node[0] - value) is { } subtracted ? -subtracted : null;
                case Operator.Multiply when !Algebra.DependsOnInput(node[0]):
                    return Scale(node[0], node[1], value);
                case Operator.Multiply when !Algebra.DependsOnInput(node[1]):
                    return Scale(node[1], node[0], value);
                case Operator.Multiply when node[0] == node[1]:
                    return Back(node[0], Algebra.Make(Operator.Sqrt, value)) is { } root ? 2 * (Algebra.Make(Operator.Sqrt, value) * root) : null;
                case Operator.Divide when !Algebra.DependsOnInput(node[1]):
                    return Back(node[0], value * node[1]) is { } divided ? divided / node[1] : null;
                case Operator.Divide when Algebra.IsSoftsign(node) && node[0].Operator == Operator.Input:
                    return Softsign(1 - Algebra.Make(Operator.Abs, value));
                case Operator.Max or Operator.Min when !Algebra.DependsOnInput(node[1]):
                    return Limited(node.Operator, node[0], node[1], value);
                case Operator.Max or Operator.Min when !Algebra.DependsOnInput(node[0]):
                    return Limited(node.Operator, node[1], node[0], value);
                case Operator.Select:
                    return Choice(node, value);
                default:
                    return Function(node, value);
            }
        }

        Expression? Scale(Expression factor, Expression node, Expression value)
        {
            if (node.Operator == Operator.Multiply && !Algebra.DependsOnInput(node[0]))
                return Scale(factor * node[0], node[1], value);
            // The scale goes into the branches, so that each has its own constants.
            if (node.Operator == Operator.Select)
                return Choice(Expression.Of(Operator.Select, node[0], factor * node[1], factor * node[2]), value);
            return Back(node, value / factor) is { } inner ? factor * inner : null;
        }

        // max(u, c): where y > c, y is u; elsewhere y is c.
        Expression? Limited(Operator op, Expression node, Expression bound, Expression value)
        {
            Expression inside = op == Operator.Max ? Algebra.Make(Operator.Greater, value, bound) : Algebra.Make(Operator.Greater, bound, value);
            return Back(node, value) is { } inner && Back(bound, value) is { } outside ? Algebra.Make(Operator.Select, inside, inner, outside) : null;
        }

        // x > t ? a : b with f growing through t: x > t exactly where y > a(t).
        Expression? Choice(Expression node, Expression value) =>
            Condition(node[0], node[1], value) is { } condition && Back(node[1], value) is { } whenTrue && Back(node[2], value) is { } whenFalse
                ? Algebra.Make(Operator.Select, condition, whenTrue, whenFalse)
                : null;

        // The same condition on y; whether it is right for these branches and parameters is tried on points.
        Expression? Condition(Expression condition, Expression branch, Expression value)
        {
            switch (condition.Operator)
            {
                case Operator.Greater or Operator.GreaterOrEqual when condition[0].Operator == Operator.Input && !Algebra.DependsOnInput(condition[1]):
                    return Algebra.Make(condition.Operator, value, AtThreshold(branch, condition[1]));
                case Operator.Greater or Operator.GreaterOrEqual when condition[1].Operator == Operator.Input && !Algebra.DependsOnInput(condition[0]):
                    return Algebra.Make(condition.Operator, AtThreshold(branch, condition[0]), value);
                case Operator.Greater or Operator.GreaterOrEqual when condition[0] == Expression.Of(Operator.Abs, Expression.Input) && !Algebra.DependsOnInput(condition[1]):
                    return Algebra.Make(condition.Operator, Algebra.Make(Operator.Abs, value), AtThreshold(branch, condition[1]));
                case Operator.And or Operator.Or:
                    return Condition(condition[0], branch, value) is { } left && Condition(condition[1], branch, value) is { } right
                        ? Expression.Of(condition.Operator, left, right)
                        : null;
                default:
                    return null;
            }
        }

        // h(ax + b) with a row for h′ in h's value.
        static Expression? Function(Expression node, Expression value)
        {
            if (node.Arguments.Length != 1 || OperatorTable.Row(node.Operator).PartialOfOutput is not { } partial)
                return null;
            Expression slope = Differentiation.Of(node[0], Expression.Input);
            return Algebra.DependsOnInput(slope) ? null : slope * partial(value);
        }

        static Expression AtThreshold(Expression branch, Expression threshold) =>
            Algebra.Rewrite(branch, node => node.Operator == Operator.Input ? threshold : null);

        static Expression Softsign(Expression root) => root * root;
    }

    /// <summary>From no condition to all parameters positive.</summary>
    private static IEnumerable<EquatableArray<KeepCondition>> Candidates(int parameters)
    {
        int count = (int)Math.Pow(3, parameters);
        for (int code = 0; code < count; code++)
        {
            var conditions = new List<KeepCondition>();
            for (int i = 0, rest = code; i < parameters; i++, rest /= 3)
            {
                if (rest % 3 > 0)
                    conditions.Add(new KeepCondition(i, AllowsZero: rest % 3 == 1));
            }
            yield return conditions.ToEquatableArray();
        }
    }

    private static IEnumerable<double[]> Admitted(EquatableArray<KeepCondition> conditions, int parameters)
    {
        foreach (double[] values in SamplePoints.OfParameters(parameters))
        {
            if (conditions.All(condition => condition.Holds(values[condition.Parameter])))
                yield return values;
        }
    }

    private static bool Agrees(Expression f, Expression kernel, Expression derivative, double[] parameters)
    {
        double[] points = SamplePoints.All;
        double[] exact = Evaluator.At(derivative, points, parameters);
        double[] outputs = Evaluator.At(f, points, parameters, Arithmetic.Single);
        double[] found = Evaluator.At(kernel, outputs, parameters, Arithmetic.Single);
        double largest = 0;
        foreach (double d in exact)
            largest = Math.Max(largest, double.IsNaN(d) || double.IsInfinity(d) ? 0 : Math.Abs(d));
        for (int i = 0; i < points.Length; i++)
        {
            bool isAtInfinity = double.IsInfinity(points[i]);
            if (double.IsNaN(outputs[i]) && isAtInfinity)
                return false;
            if (double.IsInfinity(exact[i]) || double.IsNaN(exact[i]) || exact[i] > float.MaxValue)
                continue;
            // The output has overflowed: nothing can be learned from it.
            if (!isAtInfinity && double.IsInfinity(outputs[i]))
                continue;
            // Where f′ grows without bound (exp) the comparison is relative.
            double scale = largest > 1e6 ? 4 * Math.Max(1, Math.Abs(exact[i])) : largest;
            if (!(Math.Abs(found[i] - exact[i]) <= Tolerance * scale))
                return false;
        }
        return true;
    }
}
