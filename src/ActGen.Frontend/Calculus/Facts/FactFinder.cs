using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Finds the facts: between breakpoints f is smooth, so a grid and refinement see it; at breakpoints it is asked from both sides.</summary>
internal sealed partial class FactFinder
{
    /// <summary>Differences in f and f′ below this, relative to their size, are rounding.</summary>
    private const double Noise = 1e-7;

    /// <summary>Inputs that normalised signals have: by the slopes here saturation is judged where slopes have no bound.</summary>
    private const double Usual = 3;

    private readonly FormulaAnalysis _analysis;
    private readonly double[] _parameters;
    private readonly double[] _breakpoints;
    private readonly Samples[] _pieces;
    private readonly double _resolved;
    private readonly Asymptote _below;
    private readonly Asymptote _above;

    public FactFinder(FormulaAnalysis analysis, double[] parameters)
    {
        _analysis = analysis;
        _parameters = parameters;
        double[] breakpoints = Breakpoints.Of([analysis.Function, analysis.Derivative], parameters, Samples.Grid);
        // The kinks of |sin x| have no end: the grid beyond the near ones finds a few of them by chance.
        _breakpoints = breakpoints.Count(x => Math.Abs(x) > Samples.Near) > MostListed ? [.. breakpoints.Where(x => Math.Abs(x) <= Samples.Near)] : breakpoints;
        _pieces = Samples.Of(analysis, parameters, _breakpoints, out _resolved);
        _below = Asymptote.Of(analysis.Function, analysis.Derivative, parameters, -1);
        _above = Asymptote.Of(analysis.Function, analysis.Derivative, parameters, 1);
    }

    public FormulaFacts Find()
    {
        (List<Kink> kinks, List<Jump> jumps) = AtBreakpoints();
        EquatableArray<Interval> dead = DeadRegions(jumps);
        List<Extremum> extrema = [.. Extrema(_analysis.Function, piece => piece.Values), .. ExtremeKinks(kinks)];
        List<Extremum> slopeExtrema = [.. Extrema(_analysis.Derivative, piece => piece.Slopes)];
        ValueRange slopes = SlopeRange(slopeExtrema);
        double steepest = _pieces.SelectMany(piece => piece.X.Zip(piece.Slopes, (x, slope) => Math.Abs(x) <= Usual ? Math.Abs(slope) : 0)).Where(RealMath.IsFinite).DefaultIfEmpty(0).Max();
        return new FormulaFacts(
            ValueRange(extrema, jumps),
            _below,
            _above,
            slopes,
            Monotonicity(jumps, slopes),
            Symmetry(),
            Nearest(kinks.Where(kink => Math.Abs(kink.X) < _resolved), kink => kink.X),
            jumps.ToEquatableArray(),
            dead,
            Nearest(Zeros(), x => x),
            Nearest(extrema, extremum => extremum.X),
            Nearest(slopeExtrema, extremum => extremum.X),
            _below.Kind == AsymptoteKind.Value && double.IsInfinity(_resolved) ? Saturation(-1, steepest) : null,
            _above.Kind == AsymptoteKind.Value && double.IsInfinity(_resolved) ? Saturation(1, steepest) : null,
            Overflow(-1),
            Overflow(1),
            _pieces.All(piece => piece.Values.SequenceEqual(piece.X)),
            double.IsInfinity(_resolved) ? null : Round(_resolved),
            _analysis.Moments(_parameters));
    }

    private (List<Kink> Kinks, List<Jump> Jumps) AtBreakpoints()
    {
        var kinks = new List<Kink>();
        var jumps = new List<Jump>();
        double[] values = Evaluator.At(_analysis.Function, _breakpoints, _parameters), slopes = Evaluator.At(_analysis.Derivative, _breakpoints, _parameters);
        for (int i = 0; i < _breakpoints.Length; i++)
        {
            Samples left = _pieces[i], right = _pieces[i + 1];
            double below = left.Values[left.Values.Length - 1], above = right.Values[0];
            double slopeBelow = left.Slopes[left.Slopes.Length - 1], slopeAbove = right.Slopes[0];
            if (Differs(below, above))
                jumps.Add(new Jump(Round(_breakpoints[i]), Round(below), Round(above), Round(values[i])));
            else if (Differs(slopeBelow, slopeAbove))
                kinks.Add(new Kink(Round(_breakpoints[i]), Round(slopeBelow), Round(slopeAbove), Round(slopes[i])));
        }
        return (kinks, jumps);
    }

    /// <summary>Neighbours are one region unless f jumps between them.</summary>
    private EquatableArray<Interval> DeadRegions(List<Jump> jumps)
    {
        var regions = new List<Interval>();
        foreach (Samples piece in _pieces.Where(piece => piece.IsDead))
        {
            double start = Round(piece.Start), end = Round(piece.End);
            if (regions.Count > 0 && regions[regions.Count - 1].End == start && jumps.All(jump => jump.X != start))
                regions[regions.Count - 1] = regions[regions.Count - 1] with { End = end };
            else
                regions.Add(new Interval(start, end));
        }
        return regions.ToEquatableArray();
    }

    private Monotonicity Monotonicity(List<Jump> jumps, ValueRange range)
    {
        bool rises = jumps.Any(jump => jump.ValueAbove > jump.ValueBelow), falls = jumps.Any(jump => jump.ValueAbove < jump.ValueBelow);
        foreach (double slope in _pieces.SelectMany(piece => piece.Slopes))
        {
            rises |= slope > 1e-15;
            falls |= slope < -1e-15;
        }
        // One witness of each is enough; that there is none must be known.
        if (!(rises && falls) && !(range.Infimum >= 0 || range.Supremum <= 0) && !double.IsInfinity(_resolved))
            return Calculus.Monotonicity.Unknown;
        bool isStrict = !_pieces.Any(piece => piece.IsDead);
        return (rises, falls) switch
        {
            (true, true) => Calculus.Monotonicity.None,
            (true, false) => isStrict ? Calculus.Monotonicity.Increasing : Calculus.Monotonicity.NonDecreasing,
            (false, true) => isStrict ? Calculus.Monotonicity.Decreasing : Calculus.Monotonicity.NonIncreasing,
            _ => Calculus.Monotonicity.Constant,
        };
    }

    private Symmetry Symmetry()
    {
        // Off the breakpoints, where conventions decide.
        double[] points = [.. Enumerable.Range(0, 200).Select(i => 0.0371 + (0.0817 * i)), 33.3, 1e3, 1e5];
        double[] right = Evaluator.At(_analysis.Function, points, _parameters), left = Evaluator.At(_analysis.Function, [.. points.Select(x => -x)], _parameters);
        bool Holds(int sign) => right.Zip(left, (a, b) => a == sign * b || Math.Abs(a - (sign * b)) <= 1e-12 * Math.Max(1, Math.Abs(a))).All(holds => holds);
        return Holds(-1) ? Holds(1) ? Calculus.Symmetry.None : Calculus.Symmetry.Odd : Holds(1) ? Calculus.Symmetry.Even : Calculus.Symmetry.None;
    }

    /// <summary>Where, coming from the end, the slope first exceeds 1 % of the steepest one.</summary>
    private double? Saturation(int side, double steepest)
    {
        double limit = 0.01 * steepest, flat = double.NaN;
        foreach (Samples piece in side < 0 ? _pieces : Enumerable.Reverse(_pieces))
        {
            for (int i = 0; i < piece.X.Length; i++)
            {
                int index = side < 0 ? i : piece.X.Length - 1 - i;
                if (!(Math.Abs(piece.Slopes[index]) > limit))
                    flat = piece.X[index];
                else
                    return double.IsNaN(flat) ? null : Round(Edge(flat, piece.X[index], x => Math.Abs(Evaluator.At(_analysis.Derivative, x, _parameters)) > limit));
            }
        }
        return null;
    }

    private double? Overflow(int side)
    {
        double good = 0;
        double[] points = [.. Enumerable.Range(-3, 131).Select(k => side * SamplePoints.Power(k)), side * (double)float.MaxValue];
        double[] values = Evaluator.At(_analysis.Kernel.Forward, points, _parameters, Arithmetic.Single);
        for (int i = 0; i < points.Length; i++)
        {
            if (!RealMath.IsFinite(values[i]))
                return Round(Edge(good, points[i], x => !RealMath.IsFinite(Evaluator.At(_analysis.Kernel.Forward, [(float)x], _parameters, Arithmetic.Single)[0])));
            good = points[i];
        }
        return null;
    }

    private static bool Differs(double a, double b) => Math.Abs(a - b) > Noise * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>Six significant digits; what refinement leaves of 0 is 0.</summary>
    private static double Round(double value) => Math.Abs(value) < 1e-7 ? 0 : Quadrature.RoundToSixDigits(value);

    /// <summary>Where a property that holds at <paramref name="with"/> and not at <paramref name="without"/> begins.</summary>
    private static double Edge(double without, double with, Func<double, bool> holds)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = (without + with) / 2;
            if (holds(middle))
                with = middle;
            else
                without = middle;
        }
        return with;
    }
}
