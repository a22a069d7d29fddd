using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Makes a kernel right at the ends: where float evaluation gives NaN or overflows although the limit is known
/// (−∞·σ(−∞)), the cheapest repair that passes all trials is taken; and NaN comes out where NaN goes in.
/// Parameters are tried for a few values only. So a formula that has some is changed where it cannot be right as it is: at infinite x, where 0
/// meets infinity, where it is NaN; finite x at which it has reached its limit there is for formulas of x alone.</summary>
internal static class Guard
{
    /// <summary>Where a formula of x alone may have reached its limit in float and in double, small first: products with σ and Φ take no larger factor in
    /// their tails.</summary>
    private static readonly double[] Bounds = [64, 1024, SamplePoints.Power(30), SamplePoints.Power(54)];

    /// <summary>Nearer than this NaN is a fault of the formula, and no limit.</summary>
    private static readonly double FarOut = SamplePoints.Power(30);

    public static Expression Of(Expression root, EquatableArray<FormulaParameter> parameters)
    {
        Expression guarded = AtTheEnds(root, parameters);
        return Algebra.DependsOnInput(root) && !NaNFlow.Passes(guarded)
            ? Expression.Of(Operator.Select, Expression.Of(Operator.IsNaN, Expression.Input), Expression.Input, guarded)
            : guarded;
    }

    private static Expression AtTheEnds(Expression root, EquatableArray<FormulaParameter> parameters)
    {
        List<Trial> trials = [.. Values(parameters).SelectMany(values => new[] { new Trial(root, values, 1), new Trial(root, values, -1) })];
        // p·x for p = 0 and x = ∞ alone is no reason: it would cost all other values.
        if (trials.All(trial => trial.HasZero || trial.Accepts(root)))
            return root;
        bool failsAbove = trials.Any(trial => trial.Side > 0 && !trial.Accepts(root));
        bool failsBelow = trials.Any(trial => trial.Side < 0 && !trial.Accepts(root));

        // Some parameter values have no repair (0·∞ inside a function): the first candidate that mends the most, and breaks nothing.
        Expression best = root;
        int mended = trials.Count(trial => trial.Accepts(root));
        foreach (Expression candidate in Candidates(root, failsAbove, failsBelow, trials))
        {
            int accepted = trials.All(trial => trial.LosesNothing(candidate)) ? trials.Count(trial => trial.Accepts(candidate)) : 0;
            if (accepted > mended)
                (best, mended) = (candidate, accepted);
            if (mended == trials.Count)
                break;
        }
        return best;
    }

    /// <summary>Signs and orders of magnitude of the parameters, and what they are where nobody says otherwise.</summary>
    private static IEnumerable<double[]> Values(EquatableArray<FormulaParameter> parameters)
    {
        IEnumerable<double[]> values = SamplePoints.OfParameters(parameters.Count, onlySigns: true);
        return parameters.Count == 0 || parameters.Any(parameter => double.IsNaN(parameter.Default))
            ? values
            : values.Append([.. parameters.Select(parameter => (double)(float)parameter.Default)]);
    }

    private static IEnumerable<Expression> Candidates(Expression root, bool above, bool below, List<Trial> trials)
    {
        bool hasParameters = Lowering.Uses([root]).Keys.Any(node => node.Operator == Operator.Parameter);
        // 1. x as a plain factor is held within a bound; functions still see x itself. Beside parameters it is held finite, no more, below.
        foreach (double bound in hasParameters ? [] : Bounds)
            yield return Hold(root, bound);
        // 2. Products with a factor that dies out exponentially, or with a parameter that is 0, are 0 where it is 0.
        Expression vanishing = VanishingProducts.Of(root);
        yield return vanishing;
        yield return Hold(vanishing, float.MaxValue);
        // 3. The limit itself, where there is one for all parameters; an infinite one (x + sin x) for infinite x alone.
        double? high = above ? CommonLimit(trials, 1) : null, low = below ? CommonLimit(trials, -1) : null;
        foreach (double bound in hasParameters ? [float.MaxValue] : Bounds.Append(float.MaxValue))
            yield return Limited(bound, isForNaN: false);
        if (hasParameters)
            yield return Limited(FarOut, isForNaN: true);

        Expression Hold(Expression node, double bound)
        {
            Expression x = Expression.Input;
            if (below)
                x = Expression.Of(Operator.Max, x, -bound);
            if (above)
                x = Expression.Of(Operator.Min, x, bound);
            return HoldPlainInput(node, x);
        }

        Expression Limited(double bound, bool isForNaN)
        {
            Expression chosen = root;
            if (high is { } top)
                chosen = Expression.Of(Operator.Select, Where(Expression.Of(Operator.Greater, Expression.Input, bound)), top, chosen);
            if (low is { } bottom)
                chosen = Expression.Of(Operator.Select, Where(Expression.Of(Operator.Greater, -bound, Expression.Input)), bottom, chosen);
            return chosen;

            Expression Where(Expression isBeyond) =>
                isForNaN ? Expression.Of(Operator.And, isBeyond, Expression.Of(Operator.IsNaN, root)) : isBeyond;
        }
    }

    private static Expression HoldPlainInput(Expression root, Expression held) => Lowering.Map([root], (node, visit) =>
        node.Operator == Operator.Input ? held
        : node.Operator is Operator.SigmoidProduct or Operator.TanhSoftplusProduct or Operator.NormalCdfProduct ? Expression.Of(node.Operator, node[0], visit(node[1]))
        : node.Arguments.Length > 0 && (OperatorTable.IsLibraryFunction(node) || OperatorTable.Row(node.Operator).IsCondition) ? node
        : null).Roots[0];

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
        private readonly bool[] _faults;
        private readonly bool[] _wideFaults;

        public Trial(Expression root, double[] parameters, int side)
        {
            Side = side;
            _parameters = parameters;
            _points = [.. SamplePoints.Outward.Select(x => side * x)];
            _expected = Evaluator.At(root, _points, parameters);
            _unguarded = Evaluator.At(root, _points, parameters, Arithmetic.Single);
            Limit = Limits.At(root, parameters, side);
            _expected[_expected.Length - 1] = Limit ?? double.NaN;
            _faults = Faults(root, Arithmetic.Single);
            _wideFaults = Faults(root, Arithmetic.Double);
        }

        public int Side { get; }

        /// <summary>A parameter is 0 and takes x out of a product.</summary>
        public bool HasZero => _parameters.Contains(0);

        /// <summary>The limit at this end, or null where none is known.</summary>
        public double? Limit { get; }

        public bool Accepts(Expression candidate) => !Faults(candidate, Arithmetic.Single).Contains(true) && !Faults(candidate, Arithmetic.Double).Contains(true);

        /// <summary>Whether the candidate is right wherever the formula is: also at an end that stays wrong further out (x·6/6 overflows
        /// at 10³⁸, which is no reason to hold x at 64).</summary>
        public bool LosesNothing(Expression candidate) =>
            !Faults(candidate, Arithmetic.Single).Where((fault, i) => fault && !_faults[i]).Any()
            && !Faults(candidate, Arithmetic.Double).Where((fault, i) => fault && !_wideFaults[i]).Any();

        private bool[] Faults(Expression candidate, Arithmetic precision)
        {
            double tolerance = precision == Arithmetic.Single ? 1e-4 : 1e-9;
            double[] values = Evaluator.At(candidate, _points, _parameters, precision);
            bool[] faults = new bool[values.Length];
            for (int i = 0; i < values.Length; i++)
            {
                double expected = precision == Arithmetic.Single ? (float)_expected[i] : _expected[i], value = values[i];
                bool isUnknown = double.IsNaN(expected);
                bool agrees = value == expected || (!double.IsInfinity(expected) && Math.Abs(value - expected) <= (tolerance * Math.Abs(expected)) + (precision == Arithmetic.Single ? 2e-45 : 0));
                // What rounding costs at finite points is the formula's own affair; only NaN, infinities and the limit are judged here.
                bool isAsWritten = !double.IsInfinity(_points[i]) && precision == Arithmetic.Single
                    && value.Equals(_unguarded[i]) && !double.IsNaN(value) && !double.IsInfinity(value);
                faults[i] = !isUnknown && !agrees && !isAsWritten;
            }
            return faults;
        }
    }
}
