namespace ActGen.Frontend.Calculus;

/// <summary>Makes a kernel right at the ends: where float evaluation gives NaN or overflows although the limit is known
/// (−∞·σ(−∞)), the cheapest of three repairs that passes all trials is taken; and NaN comes out where NaN goes in.</summary>
internal static class Guard
{
    /// <summary>Bounds for x as a plain factor, small first: far enough that the formula has reached its limit in float and in double.</summary>
    private static readonly double[] Bounds = [64, 1024, SamplePoints.Power(30), SamplePoints.Power(54)];

    // What VectorMath.SigmoidProduct and TanhSoftplusProduct ask of their factor in the tail.
    private const double StartOfTail = 104;
    private const double LargestFactor = 1152921504606846976; // 2⁶⁰

    public static Expression Of(Expression root, int parameters)
    {
        Expression guarded = AtTheEnds(root, parameters);
        double[] ones = [.. Enumerable.Repeat(1.0, parameters)];
        return Algebra.DependsOnInput(root) && !double.IsNaN(Evaluator.At(guarded, double.NaN, ones))
            ? Expression.Of(Operator.Select, Expression.Of(Operator.IsNaN, Expression.Input), Expression.Input, guarded)
            : guarded;
    }

    private static Expression AtTheEnds(Expression root, int parameters)
    {
        List<Trial> trials = [.. SamplePoints.OfParameters(parameters, onlySigns: true).SelectMany(values => new[] { new Trial(root, values, 1), new Trial(root, values, -1) })];
        bool failsAbove = trials.Any(trial => trial.Side > 0 && !trial.Accepts(root));
        bool failsBelow = trials.Any(trial => trial.Side < 0 && !trial.Accepts(root));
        if (!failsAbove && !failsBelow)
            return root;

        // Some parameter values have no repair (0·∞ inside a function): the first candidate that mends the most, and breaks nothing.
        List<Trial> sound = [.. trials.Where(trial => trial.Accepts(root))];
        Expression best = root;
        int mended = sound.Count;
        foreach (Expression candidate in Candidates(root, failsAbove, failsBelow, trials))
        {
            int accepted = sound.All(trial => trial.Accepts(candidate)) ? trials.Count(trial => trial.Accepts(candidate)) : 0;
            if (accepted > mended)
                (best, mended) = (candidate, accepted);
            if (mended == trials.Count)
                break;
        }
        return best;
    }

    private static IEnumerable<Expression> Candidates(Expression root, bool above, bool below, List<Trial> trials)
    {
        // 1. x as a plain factor is held within a bound; functions still see x itself.
        foreach (double bound in Bounds)
        {
            Expression x = Expression.Input;
            if (below)
                x = Expression.Of(Operator.Max, x, -bound);
            if (above)
                x = Expression.Of(Operator.Min, x, bound);
            yield return HoldPlainInput(root, x);
        }
        // 2. Products with a factor that dies out exponentially are 0 where it is 0.
        yield return LetProductsVanish(root);
        // 3. The limit itself beyond the bound; an infinite one (x + sin x) for infinite x alone.
        double? high = CommonLimit(trials, 1), low = CommonLimit(trials, -1);
        foreach (double bound in Bounds.Append(float.MaxValue))
        {
            Expression chosen = root;
            if (above && high is { } top)
                chosen = Expression.Of(Operator.Select, Expression.Of(Operator.Greater, Expression.Input, bound), top, chosen);
            if (below && low is { } bottom)
                chosen = Expression.Of(Operator.Select, Expression.Of(Operator.Greater, -bound, Expression.Input), bottom, chosen);
            yield return chosen;
        }
    }

    private static Expression HoldPlainInput(Expression node, Expression held)
    {
        if (node.Operator == Operator.Input)
            return held;
        if (IsProductWithFactor(node))
            return Expression.Of(node.Operator, node[0], HoldPlainInput(node[1], held));
        if (OperatorTable.IsLibraryFunction(node) || node.Arguments.Length == 0 || OperatorTable.Row(node.Operator).IsCondition)
            return node;
        return node.With([.. node.Arguments.Select(argument => HoldPlainInput(argument, held))]);
    }

    private static bool IsProductWithFactor(Expression node) => HasExponentialTail(node) || node.Operator == Operator.NormalCdfProduct;

    private static bool HasExponentialTail(Expression node) => node.Operator is Operator.SigmoidProduct or Operator.TanhSoftplusProduct;

    private static Expression LetProductsVanish(Expression node)
    {
        if (node.Arguments.Length == 0)
            return node;
        if (HasExponentialTail(node))
        {
            Expression held = Expression.Of(Operator.Min, Expression.Of(Operator.Max, node[1], -LargestFactor), LargestFactor);
            return Expression.Of(node.Operator, node[0],
                Expression.Of(Operator.Select, Expression.Of(Operator.Greater, -StartOfTail, node[0]), held, node[1]));
        }
        Expression rewritten = node.With([.. node.Arguments.Select(LetProductsVanish)]);
        if (node.Operator != Operator.Multiply || !Algebra.DependsOnInput(node[0]) || !Algebra.DependsOnInput(node[1]))
            return rewritten;
        if (DiesOut(node[1]))
            return Expression.Of(Operator.VanishingProduct, rewritten[0], rewritten[1]);
        return DiesOut(node[0]) ? Expression.Of(Operator.VanishingProduct, rewritten[1], rewritten[0]) : rewritten;
    }

    private static bool DiesOut(Expression factor) =>
        OperatorTable.IsLibraryFunction(factor) || (factor.Operator == Operator.Multiply && DiesOut(factor[0]) && DiesOut(factor[1]));

    /// <summary>The limit for all parameter values that have one, if these are more than half: sin(ax) has one for a = 0 only.</summary>
    private static double? CommonLimit(List<Trial> trials, int side)
    {
        double[] limits = [.. trials.Where(trial => trial.Side == side).Select(trial => trial.Limit).OfType<double>()];
        return 2 * limits.Length > trials.Count(trial => trial.Side == side) && limits.Distinct().Count() == 1 ? limits[0] : null;
    }

    /// <summary>One end of the axis for one set of parameter values.</summary>
    private sealed class Trial
    {
        private readonly double[] _parameters;
        private readonly double[] _points;
        private readonly double[] _expected;
        private readonly double[] _unguarded;

        public Trial(Expression root, double[] parameters, int side)
        {
            Side = side;
            _parameters = parameters;
            _points = [.. SamplePoints.Outward.Select(x => side * x)];
            _expected = Evaluator.At(root, _points, parameters);
            _unguarded = Evaluator.At(root, _points, parameters, Arithmetic.Single);
            Limit = Limits.At(root, parameters, side);
            _expected[_expected.Length - 1] = Limit ?? double.NaN;
        }

        public int Side { get; }

        /// <summary>The limit at this end, or null where none is known.</summary>
        public double? Limit { get; }

        public bool Accepts(Expression candidate) => Accepts(candidate, Arithmetic.Single, 1e-4) && Accepts(candidate, Arithmetic.Double, 1e-9);

        private bool Accepts(Expression candidate, Arithmetic precision, double tolerance)
        {
            double[] values = Evaluator.At(candidate, _points, _parameters, precision);
            for (int i = 0; i < values.Length; i++)
            {
                double expected = precision == Arithmetic.Single ? (float)_expected[i] : _expected[i], value = values[i];
                bool isUnknown = double.IsNaN(expected);
                bool agrees = value == expected || Math.Abs(value - expected) <= (tolerance * Math.Abs(expected)) + (precision == Arithmetic.Single ? 2e-45 : 0);
                // What rounding costs at finite points is the formula's own affair; only NaN, infinities and the limit are judged here.
                bool isAsWritten = !double.IsInfinity(_points[i]) && precision == Arithmetic.Single
                    && value.Equals(_unguarded[i]) && !double.IsNaN(value) && !double.IsInfinity(value);
                if (!isUnknown && !agrees && !isAsWritten)
                    return false;
            }
            return true;
        }
    }
}
