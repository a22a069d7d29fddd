namespace ActGen.Frontend.Calculus;

/// <summary>A node of the rule.</summary>
/// <param name="Abscissa">On [−1, 1].</param>
/// <param name="Weight">Of the integral.</param>
/// <param name="Tail">Weights of the Legendre coefficients of degree 6 to 9: an oscillation may miss one, hardly all.</param>
internal sealed record Node(double Abscissa, double Weight, double[] Tail)
{
    public const int FirstOfTail = 6, LastOfTail = 9;

    public static Node At(double x, double weight)
    {
        // (k+1)·P_{k+1} = (2k+1)·x·P_k − k·P_{k−1}; c_k = (k + ½)·∫ g·P_k.
        double[] p = new double[LastOfTail + 1];
        (p[0], p[1]) = (1, x);
        for (int k = 1; k < LastOfTail; k++)
            p[k + 1] = ((((2 * k) + 1) * x * p[k]) - (k * p[k - 1])) / (k + 1);
        return new(x, weight, [.. Enumerable.Range(FirstOfTail, LastOfTail + 1 - FirstOfTail).Select(k => (k + 0.5) * weight * p[k])]);
    }
}

/// <summary>Integrals of g over one panel, the normal density included.</summary>
/// <param name="Mean">∫ g.</param>
/// <param name="Square">∫ g².</param>
/// <param name="Fourth">∫ g⁴.</param>
/// <param name="Hermite">∫ g²(z² − 1).</param>
/// <param name="Dead">Where g is 0.</param>
/// <param name="Tail">Size of the last Legendre coefficients of g², times half the panel's width: what the rule may miss is smaller by as many digits again.</param>
internal readonly record struct Panel(double Mean, double Square, double Fourth, double Hermite, double Dead, double Tail)
{
    private const double Tolerance = 1e-6;

    public static Panel Of((double Start, double End) panel, double[] nodes, double[] values, int index)
    {
        double half = (panel.End - panel.Start) / 2, mean = 0, square = 0, fourth = 0, hermite = 0, dead = 0;
        double[] tail = new double[Node.LastOfTail + 1 - Node.FirstOfTail];
        for (int j = 0; j < Quadrature.Rule.Length; j++)
        {
            Node node = Quadrature.Rule[j];
            double z = nodes[(index * Quadrature.Rule.Length) + j], value = values[(index * Quadrature.Rule.Length) + j];
            double density = half * RealMath.NormalPdf(z), weight = node.Weight * density, weighted = weight * value * value;
            mean += weight * value;
            square += weighted;
            fourth += weighted * value * value;
            hermite += weighted * ((z * z) - 1);
            dead += value == 0 ? weight : 0;
            for (int k = 0; k < tail.Length; k++)
                tail[k] += node.Tail[k] * density * value * value;
        }
        return new(mean, square, fourth, hermite, dead, tail.Sum(Math.Abs));
    }

    /// <summary>Also where there is no number that halving could better.</summary>
    public bool IsResolved(double whole) => !(Tail > Tolerance * whole) || double.IsInfinity(whole);
}

/// <summary>Sums over panels: E g², E g⁴ and E g²(z² − 1).</summary>
internal sealed class Powers
{
    /// <summary>More than this, relative to E g², may be missing where panels stay unresolved.</summary>
    private const double MostMissing = 1e-4;

    private double _fourth, _hermite, _missing;

    public double Square { get; private set; }

    /// <summary>False where g varies faster than any panel, or the integral does not exist: 1/√|x| squared.</summary>
    public bool IsKnown => !(_missing > MostMissing * Square);

    public double MeanSquare => IsKnown ? Quadrature.RoundToSixDigits(Square) : double.NaN;

    public double Spread => !IsKnown ? double.NaN : Square > 0 ? Quadrature.RoundToSixDigits(Math.Max((_fourth / Square / Square) - 1, 0)) : 0;

    /// <summary>d E g(√q z)²/d ln q = ½ E g²(z² − 1), integrating by parts: no derivative of g is needed.</summary>
    public double Slope => !IsKnown ? double.NaN : Square > 0 ? Quadrature.RoundToSixDigits(_hermite / (2 * Square)) : 0;

    /// <param name="panel">One panel's integrals.</param>
    /// <param name="whole">E g² of all panels.</param>
    public void Add(Panel panel, double whole)
    {
        Square += panel.Square;
        _fourth += panel.Fourth;
        _hermite += panel.Hermite;
        _missing += panel.IsResolved(whole) ? 0 : panel.Tail;
    }
}
