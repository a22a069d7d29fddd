namespace ActGen.Frontend.Calculus;

/// <summary>Moments over a standard normal z: Gauss–Legendre between the kinks, so that jumps cost no digits.</summary>
internal static class Quadrature
{
    private const double Reach = 12;
    private const double Panel = 0.5;

    // Abscissas and weights of the 10-point rule on [−1, 1] (Abramowitz & Stegun table 25.4).
    private static readonly double[] Abscissas =
        [0.148874338981631211, 0.433395394129247191, 0.679409568299024406, 0.865063366688984511, 0.973906528517171720];

    private static readonly double[] Weights =
        [0.295524224714752870, 0.269266719309996355, 0.219086362515982044, 0.149451349150580593, 0.066671344308688138];

    /// <summary>All moments at once: the nodes are the same.</summary>
    /// <param name="function">f.</param>
    /// <param name="derivative">f′.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="q">Mean square of the input.</param>
    public static FormulaMoments Moments(Expression function, Expression derivative, double[] parameters, double q)
    {
        double scale = Math.Sqrt(q);
        (double[] nodes, double[] weights) = Nodes(Edges(function, derivative, parameters, scale));
        double[] points = [.. nodes.Select(z => scale * z)];
        double[] values = Evaluator.At(function, points, parameters), slopes = Evaluator.At(derivative, points, parameters);
        double mean = 0, dead = 0;
        Powers f = default, d = default;
        for (int i = 0; i < nodes.Length; i++)
        {
            mean += weights[i] * values[i];
            dead += slopes[i] == 0 ? weights[i] : 0;
            f = f.Plus(weights[i], nodes[i], values[i]);
            d = d.Plus(weights[i], nodes[i], slopes[i]);
        }
        return new(
            RoundToSixDigits(mean), RoundToSixDigits(f.Square), f.Spread, f.Slope,
            RoundToSixDigits(d.Square), d.Spread, d.Slope, RoundToSixDigits(Math.Min(dead, 1)));
    }

    /// <summary>Six significant digits.</summary>
    public static double RoundToSixDigits(double value) =>
        double.IsNaN(value) || double.IsInfinity(value)
            ? value
            : double.Parse(value.ToString("E5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Gauss–Legendre nodes of all panels, their weights times the normal density.</summary>
    private static (double[] Nodes, double[] Weights) Nodes(List<double> edges)
    {
        var nodes = new List<double>();
        var weights = new List<double>();
        for (int i = 1; i < edges.Count; i++)
        {
            double centre = (edges[i] + edges[i - 1]) / 2, half = (edges[i] - edges[i - 1]) / 2;
            for (int j = 0; j < Abscissas.Length; j++)
            {
                foreach (double node in new[] { centre - (half * Abscissas[j]), centre + (half * Abscissas[j]) })
                {
                    nodes.Add(node);
                    weights.Add(half * Weights[j] * RealMath.NormalPdf(node));
                }
            }
        }
        return ([.. nodes], [.. weights]);
    }

    /// <summary>Panel borders, with a border at every place where f or f′ changes its branch.</summary>
    private static List<double> Edges(Expression function, Expression derivative, double[] parameters, double scale)
    {
        var edges = new List<double>();
        for (double z = -Reach; z <= Reach; z += Panel)
            edges.Add(z);
        // Off the round numbers at which people put their kinks.
        double[] grid = [.. Enumerable.Range(-240, 481).Select(i => scale * ((i * 0.05) + 0.0137))];
        edges.AddRange(Breakpoints.Of([function, derivative], parameters, grid).Select(x => x / scale));
        edges.Sort();
        return edges;
    }

    /// <summary>Sums over the nodes: E g², E g⁴ and E g²(z² − 1).</summary>
    private readonly record struct Powers(double Square, double Fourth, double Hermite)
    {
        public double Spread => Square > 0 ? RoundToSixDigits(Math.Max((Fourth / Square / Square) - 1, 0)) : 0;

        /// <summary>d E g(√q z)²/d ln q = ½ E g²(z² − 1), integrating by parts: no derivative of g is needed.</summary>
        public double Slope => Square > 0 ? RoundToSixDigits(Hermite / (2 * Square)) : 0;

        public Powers Plus(double weight, double z, double value)
        {
            double square = weight * value * value;
            return new(Square + square, Fourth + (square * value * value), Hermite + (square * ((z * z) - 1)));
        }
    }
}
