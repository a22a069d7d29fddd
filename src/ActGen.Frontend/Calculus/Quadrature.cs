namespace ActGen.Frontend.Calculus;

/// <summary>E g(√q z)² over a standard normal z: Gauss–Legendre between the kinks of g, so that jumps cost no digits.</summary>
internal static class Quadrature
{
    private const double Reach = 12;
    private const double Panel = 0.5;

    // Abscissas and weights of the 10-point rule on [−1, 1] (Abramowitz & Stegun table 25.4).
    private static readonly double[] Abscissas =
        [0.148874338981631211, 0.433395394129247191, 0.679409568299024406, 0.865063366688984511, 0.973906528517171720];

    private static readonly double[] Weights =
        [0.295524224714752870, 0.269266719309996355, 0.219086362515982044, 0.149451349150580593, 0.066671344308688138];

    /// <summary>Rounded to six significant digits, so that nobody depends on more; NaN or ∞ where the integral has no value.</summary>
    public static double MeanSquare(Expression g, double[] parameters, double q)
    {
        double scale = Math.Sqrt(q);
        List<double> edges = Edges(g, parameters, scale);
        var points = new List<double>();
        var weights = new List<double>();
        for (int i = 1; i < edges.Count; i++)
        {
            double centre = (edges[i] + edges[i - 1]) / 2, half = (edges[i] - edges[i - 1]) / 2;
            for (int j = 0; j < Abscissas.Length; j++)
            {
                points.Add(centre - (half * Abscissas[j]));
                points.Add(centre + (half * Abscissas[j]));
                weights.Add(half * Weights[j]);
                weights.Add(half * Weights[j]);
            }
        }
        double[] values = Evaluator.At(g, [.. points.Select(z => scale * z)], parameters);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += weights[i] * RealMath.NormalPdf(points[i]) * values[i] * values[i];
        return RoundToSixDigits(sum);
    }

    /// <summary>Six significant digits.</summary>
    public static double RoundToSixDigits(double value) =>
        double.IsNaN(value) || double.IsInfinity(value)
            ? value
            : double.Parse(value.ToString("E5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Panel borders, with a border at every place where g changes its branch.</summary>
    private static List<double> Edges(Expression g, double[] parameters, double scale)
    {
        var edges = new List<double>();
        for (double z = -Reach; z <= Reach; z += Panel)
            edges.Add(z);
        var switches = new HashSet<Expression>();
        Collect(g);
        foreach (Expression difference in switches)
        {
            // Borders off the round numbers at which people put their kinks.
            double[] grid = [.. Enumerable.Range(-240, 481).Select(i => (i * 0.05) + 0.0137)];
            double[] signs = Evaluator.At(difference, [.. grid.Select(z => scale * z)], parameters);
            for (int i = 1; i < grid.Length; i++)
            {
                if ((signs[i - 1] > 0) != (signs[i] > 0))
                    edges.Add(Bisect(difference, parameters, scale, grid[i - 1], grid[i]));
            }
        }
        edges.Sort();
        return edges;

        void Collect(Expression node)
        {
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

    private static double Bisect(Expression difference, double[] parameters, double scale, double low, double high)
    {
        bool isPositiveAtLow = Evaluator.At(difference, scale * low, parameters) > 0;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            if ((Evaluator.At(difference, scale * middle, parameters) > 0) == isPositiveAtLow)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }
}
