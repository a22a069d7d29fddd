using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Extreme values, ranges and zeros.</summary>
internal sealed partial class FactFinder
{
    /// <summary>Periodic functions have no end of them.</summary>
    private const int MostListed = 16;

    /// <summary>Of all turns the listed ones and the highest and lowest, refined.</summary>
    private IEnumerable<Extremum> Extrema(Expression function, Func<Samples, double[]> valuesOf)
    {
        Turn[] turns = [.. _pieces.SelectMany(piece => Turns(piece.X, valuesOf(piece))).Where(turn => Math.Abs(turn.X) < _resolved).OrderBy(turn => Math.Abs(turn.X))];
        if (turns.Length == 0)
            return [];
        return turns.Take(MostListed).Append(turns.OrderBy(turn => turn.Value).First()).Append(turns.OrderBy(turn => turn.Value).Last()).Distinct()
            .Select(turn => Refine(function, turn.Left, turn.Right, turn.IsMaximum ? 1 : -1) is var x
                ? new Extremum(Round(x), Round(Evaluator.At(function, x, _parameters)), turn.IsMaximum)
                : null!);
    }

    private static IEnumerable<Turn> Turns(double[] x, double[] values)
    {
        double largest = values.Where(RealMath.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double noise = 1e-9 * Math.Min(largest, 1);
        for (int i = 1; i + 1 < values.Length; i++)
        {
            // Two equal samples may lie on both sides of the top.
            int next = values[i + 1] == values[i] && i + 2 < values.Length ? i + 2 : i + 1;
            double rise = values[i] - values[i - 1], fall = values[i] - values[next];
            if (Math.Min(Math.Abs(rise), Math.Abs(fall)) > noise && Math.Sign(rise) == Math.Sign(fall))
                yield return new Turn(x[i - 1], x[i], x[next], values[i], rise > 0);
        }
    }

    /// <summary>Kinks at which f turns round: |x| at 0.</summary>
    private IEnumerable<Extremum> ExtremeKinks(List<Kink> kinks) => kinks
        .Where(kink => kink.SlopeBelow * kink.SlopeAbove < 0)
        .Select(kink => new Extremum(kink.X, Round(Evaluator.At(_analysis.Function, kink.X, _parameters)), kink.SlopeBelow > 0));

    /// <summary>The top (or bottom) between two points, by halving towards the best of nine.</summary>
    private double Refine(Expression function, double low, double high, int sign)
    {
        double best = low;
        for (int round = 0; round < 14; round++)
        {
            double[] points = [.. Enumerable.Range(0, 9).Select(i => low + ((high - low) * i / 8))];
            double[] values = Evaluator.At(function, points, _parameters);
            int top = 0;
            for (int i = 1; i < points.Length; i++)
            {
                if (sign * values[i] > sign * values[top])
                    top = i;
            }
            best = points[top];
            low = points[Math.Max(top - 1, 0)];
            high = points[Math.Min(top + 1, 8)];
        }
        return best;
    }

    private ValueRange ValueRange(List<Extremum> extrema, List<Jump> jumps)
    {
        var candidates = new List<(double Value, bool IsAttained)>
        {
            End(_below, _pieces[0]),
            End(_above, _pieces[_pieces.Length - 1]),
        };
        candidates.AddRange(extrema.Select(extremum => (extremum.Value, true)));
        candidates.AddRange(_breakpoints.Select(x => (Round(Evaluator.At(_analysis.Function, x, _parameters)), true)));
        foreach (Jump jump in jumps)
            candidates.AddRange([(jump.ValueBelow, jump.Value == jump.ValueBelow || IsDeadAt(jump.X, -1)), (jump.ValueAbove, jump.Value == jump.ValueAbove || IsDeadAt(jump.X, 1))]);
        return Span(candidates, _pieces.SelectMany(piece => piece.Values), _analysis.Function);
    }

    private ValueRange SlopeRange(List<Extremum> extrema)
    {
        var candidates = new List<(double Value, bool IsAttained)>
        {
            (Limits.At(_analysis.Derivative, _parameters, -1) is { } below ? Round(below) : double.NaN, _pieces[0].IsDead),
            (Limits.At(_analysis.Derivative, _parameters, 1) is { } above ? Round(above) : double.NaN, _pieces[_pieces.Length - 1].IsDead),
        };
        candidates.AddRange(extrema.Select(extremum => (extremum.Value, true)));
        foreach (Samples piece in _pieces)
        {
            candidates.Add((Round(piece.Slopes[0]), !double.IsInfinity(piece.Start)));
            candidates.Add((Round(piece.Slopes[piece.Slopes.Length - 1]), !double.IsInfinity(piece.End)));
        }
        return Span(candidates, _pieces.SelectMany(piece => piece.Slopes), _analysis.Derivative);
    }

    private bool IsDeadAt(double x, int side) =>
        _pieces.Any(piece => piece.IsDead && Round(side < 0 ? piece.End : piece.Start) == x);

    private static (double Value, bool IsAttained) End(Asymptote end, Samples outermost) => (end.Value, outermost.IsDead && end.Kind == AsymptoteKind.Value);

    /// <summary>The hull of what was found. Where samples do not tell all, a bound stands only if it is proven.</summary>
    private ValueRange Span(List<(double Value, bool IsAttained)> candidates, IEnumerable<double> samples, Expression function)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (double sample in samples.Where(sample => !double.IsNaN(sample)))
        {
            lowest = Math.Min(lowest, sample);
            highest = Math.Max(highest, sample);
        }
        candidates = [.. candidates.Where(candidate => !double.IsNaN(candidate.Value)), (Round(lowest), false), (Round(highest), false)];
        double infimum = candidates.Min(candidate => candidate.Value), supremum = candidates.Max(candidate => candidate.Value);
        ValueRange hull = new(
            infimum, candidates.Any(candidate => candidate.IsAttained && candidate.Value == infimum),
            supremum, candidates.Any(candidate => candidate.IsAttained && candidate.Value == supremum));
        if (double.IsInfinity(_resolved))
            return hull;
        Enclosure proven = Enclosure.Of(function, _parameters);
        return hull with
        {
            Infimum = Round(proven.Low) == infimum ? infimum : double.NaN,
            Supremum = Round(proven.High) == supremum ? supremum : double.NaN,
        };
    }

    private IEnumerable<double> Zeros()
    {
        var found = new List<(double Left, double Right)>();
        foreach (Samples piece in _pieces)
        {
            for (int i = 0; i < piece.X.Length; i++)
            {
                double value = piece.Values[i], next = i + 1 < piece.X.Length ? piece.Values[i + 1] : 0;
                // Runs of zeros are a dead region, or a tail that has become too small to be told.
                if (value == 0 && next != 0 && i > 0 && piece.Values[i - 1] != 0)
                    found.Add((piece.X[i], piece.X[i]));
                else if (value * next < 0)
                    found.Add((piece.X[i], piece.X[i + 1]));
            }
        }
        for (int i = 0; i < _breakpoints.Length; i++)
        {
            double left = _pieces[i].Values[_pieces[i].Values.Length - 1], right = _pieces[i + 1].Values[0];
            if (left != 0 && right != 0 && Evaluator.At(_analysis.Function, _breakpoints[i], _parameters) == 0)
                found.Add((_breakpoints[i], _breakpoints[i]));
        }
        return found.Where(zero => Math.Abs(zero.Left) < _resolved).OrderBy(zero => Math.Abs(zero.Left)).Take(MostListed).Select(zero => Round(Locate(zero.Left, zero.Right)));

        double Locate(double left, double right)
        {
            if (left == right)
                return left;
            int sign = Math.Sign(Evaluator.At(_analysis.Function, left, _parameters));
            return Edge(left, right, x => Math.Sign(Evaluator.At(_analysis.Function, x, _parameters)) != sign);
        }
    }

    private static EquatableArray<T> Nearest<T>(IEnumerable<T> items, Func<T, double> position) =>
        items.OrderBy(item => Math.Abs(position(item))).Take(MostListed).OrderBy(position).ToEquatableArray();

    /// <summary>Three samples of which the middle one is highest or lowest.</summary>
    private readonly record struct Turn(double Left, double X, double Right, double Value, bool IsMaximum);
}
