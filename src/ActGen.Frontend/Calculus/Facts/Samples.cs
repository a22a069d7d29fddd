namespace ActGen.Frontend.Calculus;

/// <summary>Values of f and f′ on one smooth piece between two breakpoints, on a grid that ends close to them.</summary>
internal sealed class Samples
{
    /// <summary>How far the ends stay away from a breakpoint, relative to it.</summary>
    private const double Gap = 1e-9;

    private Samples(double start, double end, double[] x, double[] values, double[] slopes)
    {
        Start = start;
        End = end;
        X = x;
        Values = values;
        Slopes = slopes;
    }

    /// <summary>Where formulas have their features: steps of 1⁄16 within ±16, beyond it four to a binade up to 2⁴⁰; made denser where f is not smooth on it.</summary>
    public static double[] Grid { get; } =
    [
        .. Enumerable.Range(0, 144).Select(i => -Far(143 - i)),
        .. Enumerable.Range(-256, 513).Select(i => i / 16.0),
        .. Enumerable.Range(0, 144).Select(Far),
    ];

    /// <summary>The breakpoint on the left, or −∞.</summary>
    public double Start { get; }

    /// <summary>The breakpoint on the right, or +∞.</summary>
    public double End { get; }

    public double[] X { get; }

    public double[] Values { get; }

    public double[] Slopes { get; }

    /// <summary>f′ is exactly 0 all over, and not because it has become too small to be told.</summary>
    public bool IsDead => Slopes.All(slope => slope == 0);

    /// <summary>Where people look, and where samples may become denser; beyond, only ends and their growth are asked for.</summary>
    public const double Near = 16;

    /// <summary>The pieces, ascending.</summary>
    /// <param name="analysis">The formula.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="breakpoints">Ascending.</param>
    /// <param name="resolved">Samples tell the course of f and f′ for |x| below this; ∞ where they do everywhere.</param>
    public static Samples[] Of(FormulaAnalysis analysis, double[] parameters, double[] breakpoints, out double resolved)
    {
        double[] borders = [double.NegativeInfinity, .. breakpoints, double.PositiveInfinity];
        var pieces = new double[borders.Length - 1][];
        for (int i = 0; i < pieces.Length; i++)
            pieces[i] = Points(borders[i], borders[i + 1]);
        List<Sample>[] samples = new Resolution(analysis, parameters).Refine(pieces, out resolved);
        return
        [
            .. samples.Select((piece, i) => new Samples(borders[i], borders[i + 1],
                [.. piece.Select(sample => sample.X)], [.. piece.Select(sample => sample.Value)], [.. piece.Select(sample => sample.Slope)])),
        ];
    }

    private static double[] Points(double start, double end)
    {
        double low = double.IsInfinity(start) ? start : start + (Gap * Math.Max(1, Math.Abs(start)));
        double high = double.IsInfinity(end) ? end : end - (Gap * Math.Max(1, Math.Abs(end)));
        var points = new List<double>();
        if (!double.IsInfinity(low))
            points.Add(low);
        points.AddRange(Grid.Where(x => x > low && x < high));
        // A piece narrower than the grid has samples of its own.
        if (points.Count < 4 && !double.IsInfinity(low) && !double.IsInfinity(high))
            points.AddRange([low + (0.25 * (high - low)), low + (0.5 * (high - low)), low + (0.75 * (high - low))]);
        if (!double.IsInfinity(high))
            points.Add(high);
        points.Sort();
        return [.. points.Distinct()];
    }

    private static double Far(int i) => SamplePoints.Power(4 + (i / 4)) * (1 + (((i % 4) + 1) / 4.0));
}
