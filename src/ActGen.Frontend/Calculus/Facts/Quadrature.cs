namespace ActGen.Frontend.Calculus;

/// <summary>Moments over a standard normal z: Gauss–Legendre between the kinks, so that jumps cost no digits.</summary>
internal static class Quadrature
{
    private const double Reach = 12;
    private const double Width = 0.5;

    /// <summary>Where formulas curve, whatever the scale of the input: on wide inputs all that lies within one panel of z.</summary>
    private static readonly double[] Features = [0.25, 0.5, 1, 2, 4, 8, 16];

    /// <summary>Up to here the panels of z and the grid for kinks are fine enough in x too.</summary>
    private const double WideScale = 2;

    /// <summary>Where g² is not smooth panels become smaller, around a step very small, all together only so many: sin 300x is seen.</summary>
    private const int MostHalvings = 14, MostPanels = 4096;

    /// <summary>The 10-point rule on [−1, 1] (Abramowitz &amp; Stegun table 25.4).</summary>
    internal static Node[] Rule { get; } =
    [
        .. new[]
        {
            (0.148874338981631211, 0.295524224714752870), (0.433395394129247191, 0.269266719309996355), (0.679409568299024406, 0.219086362515982044),
            (0.865063366688984511, 0.149451349150580593), (0.973906528517171720, 0.066671344308688138),
        }.SelectMany(pair => new[] { Node.At(-pair.Item1, pair.Item2), Node.At(pair.Item1, pair.Item2) }),
    ];

    /// <summary>All moments at once: the nodes are the same.</summary>
    /// <param name="function">f.</param>
    /// <param name="derivative">f′.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="q">Mean square of the input.</param>
    public static FormulaMoments Moments(Expression function, Expression derivative, double[] parameters, double q)
    {
        double scale = Math.Sqrt(q), mean = 0, dead = 0;
        var f = new Powers();
        var d = new Powers();
        (double Start, double End)[] open = [.. Panels(Edges(function, derivative, parameters, scale))];
        for (int round = 0; open.Length > 0; round++)
        {
            double[] nodes = [.. open.SelectMany(Nodes)], points = [.. nodes.Select(z => scale * z)];
            double[] values = Evaluator.At(function, points, parameters), slopes = Evaluator.At(derivative, points, parameters);
            (Panel F, Panel D)[] panels = [.. open.Select((panel, i) => (Panel.Of(panel, nodes, values, i), Panel.Of(panel, nodes, slopes, i)))];
            // What is already summed up is part of the whole that a panel is measured by.
            double ofF = f.Square + panels.Sum(pair => pair.F.Square), ofD = d.Square + panels.Sum(pair => pair.D.Square);
            var next = new List<(double Start, double End)>();
            for (int i = 0; i < open.Length; i++)
            {
                if (round < MostHalvings && open.Length <= MostPanels / 2 && !(panels[i].F.IsResolved(ofF) && panels[i].D.IsResolved(ofD)))
                {
                    double middle = (open[i].Start + open[i].End) / 2;
                    next.AddRange([(open[i].Start, middle), (middle, open[i].End)]);
                    continue;
                }
                mean += panels[i].F.Mean;
                dead += panels[i].D.Dead;
                f.Add(panels[i].F, ofF);
                d.Add(panels[i].D, ofD);
            }
            open = [.. next];
        }
        return new(
            f.IsKnown ? RoundToSixDigits(mean) : double.NaN, f.MeanSquare, f.Spread, f.Slope,
            d.MeanSquare, d.Spread, d.Slope, RoundToSixDigits(Math.Min(dead, 1)));
    }

    /// <summary>Six significant digits.</summary>
    public static double RoundToSixDigits(double value) =>
        double.IsNaN(value) || double.IsInfinity(value)
            ? value
            : double.Parse(value.ToString("E5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Nodes((double Start, double End) panel)
    {
        double centre = (panel.End + panel.Start) / 2, half = (panel.End - panel.Start) / 2;
        return Rule.Select(node => centre + (half * node.Abscissa));
    }

    private static IEnumerable<(double Start, double End)> Panels(List<double> edges)
    {
        for (int i = 1; i < edges.Count; i++)
        {
            if (edges[i] > edges[i - 1])
                yield return (edges[i - 1], edges[i]);
        }
    }

    /// <summary>Panel borders, with a border at every place where f or f′ changes its branch.</summary>
    private static List<double> Edges(Expression function, Expression derivative, double[] parameters, double scale)
    {
        var edges = new List<double>();
        for (double z = -Reach; z <= Reach; z += Width)
            edges.Add(z);
        // Off the round numbers at which people put their kinks.
        IEnumerable<double> grid = Enumerable.Range(-240, 481).Select(i => scale * ((i * 0.05) + 0.0137));
        if (scale > WideScale)
        {
            edges.AddRange(Features.SelectMany(x => new[] { -x / scale, x / scale }));
            grid = grid.Concat(Enumerable.Range(-160, 321).Select(i => (i * 0.1) + 0.0137)).OrderBy(x => x);
        }
        edges.AddRange(Breakpoints.Of([function, derivative], parameters, [.. grid]).Select(x => x / scale));
        edges.Sort();
        return edges;
    }
}
