namespace ActGen.Frontend.Calculus;

/// <summary>Where a formula changes its branch: between two of them it is smooth.</summary>
internal static class Breakpoints
{
    /// <summary>Roots of what the comparisons, choices and magnitudes of <paramref name="expressions"/> decide by, ascending.</summary>
    /// <param name="expressions">Formulas of x.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="grid">Ascending; roots closer to one another than this may be missed.</param>
    public static double[] Of(IEnumerable<Expression> expressions, double[] parameters, double[] grid)
    {
        var switches = new HashSet<Expression>();
        var visited = new HashSet<Expression>();
        foreach (Expression expression in expressions)
            Collect(expression);
        var found = new SortedSet<double>();
        foreach (Expression difference in switches)
        {
            double[] signs = Evaluator.At(difference, grid, parameters);
            for (int i = 1; i < grid.Length; i++)
            {
                if ((signs[i - 1] > 0) != (signs[i] > 0))
                    found.Add(Exact(difference, parameters, Bisect(difference, parameters, grid[i - 1], grid[i])));
            }
        }
        return Distinct(found);

        void Collect(Expression node)
        {
            if (!visited.Add(node))
                return;
            switch (node.Operator)
            {
                case Operator.Greater or Operator.GreaterOrEqual or Operator.Min or Operator.Max when Algebra.DependsOnInput(node):
                    switches.Add(Expression.Of(Operator.Subtract, node[0], node[1]));
                    break;
                case Operator.Abs or Operator.Sign when Algebra.DependsOnInput(node):
                    switches.Add(node[0]);
                    break;
            }
            foreach (Expression argument in node.Arguments)
                Collect(argument);
        }
    }

    private static double Bisect(Expression difference, double[] parameters, double low, double high)
    {
        bool isPositiveAtLow = Evaluator.At(difference, low, parameters) > 0;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (middle == low || middle == high)
                break;
            if ((Evaluator.At(difference, middle, parameters) > 0) == isPositiveAtLow)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>People put kinks at round numbers: the round one where it is a root too.</summary>
    private static double Exact(Expression difference, double[] parameters, double root)
    {
        double rounded = Math.Round(root, 9);
        return Math.Abs(rounded - root) <= 1e-12 && Evaluator.At(difference, rounded, parameters) == 0 ? rounded + 0.0 : root;
    }

    private static double[] Distinct(SortedSet<double> roots)
    {
        var distinct = new List<double>();
        foreach (double root in roots)
        {
            if (distinct.Count == 0 || root - distinct[distinct.Count - 1] > 1e-12 * Math.Max(1, Math.Abs(root)))
                distinct.Add(root);
        }
        return [.. distinct];
    }
}
