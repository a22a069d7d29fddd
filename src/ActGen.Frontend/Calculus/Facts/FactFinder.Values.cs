using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Extreme values, ranges and zeros.</summary>
internal sealed partial class FactFinder
{
    /// <summary>Periodic functions have no end of them.</summary>
    private const int MostListed = 16;

    private IEnumerable<Extremum> Extrema(Samples piece, Expression function, double[] values)
    {
        double largest = values.Where(IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double noise = 1e-9 * Math.Min(largest, 1);
        for (int i = 1; i + 1 < values.Length; i++)
        {
            // Two equal samples may lie on both sides of the top.
            int next = values[i + 1] == values[i] && i + 2 < values.Length ? i + 2 : i + 1;
            double rise = values[i] - values[i - 1], fall = values[i] - values[next];
            if (!(Math.Min(Math.Abs(rise), Math.Abs(fall)) > noise) || Math.Sign(rise) != Math.Sign(fall))
                continue;
            double x = Refine(function, piece.X[i - 1], piece.X[next], Math.Sign(rise));
            yield return new Extremum(Round(x), Round(Evaluator.At(function, x, _parameters)), rise > 0);
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
        return Span(candidates, _pieces.SelectMany(piece => piece.Values));
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
        return Span(candidates, _pieces.SelectMany(piece => piece.Slopes));
    }

    private bool IsDeadAt(double x, int side) =>
        _pieces.Any(piece => piece.IsDead && Round(side < 0 ? piece.End : piece.Start) == x);

    private static (double Value, bool IsAttained) End(Asymptote end, Samples outermost) => (end.Value, outermost.IsDead && end.Kind == AsymptoteKind.Value);

    private static ValueRange Span(List<(double Value, bool IsAttained)> candidates, IEnumerable<double> samples)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (double sample in samples.Where(sample => !double.IsNaN(sample)))
        {
            lowest = Math.Min(lowest, sample);
            highest = Math.Max(highest, sample);
        }
        candidates = [.. candidates.Where(candidate => !double.IsNaN(candidate.Value)), (Round(lowest), false), (Round(highest), false)];
        double infimum = candidates.Min(candidate => candidate.Value), supremum = candidates.Max(candidate => candidate.Value);
        return new(
            infimum, candidates.Any(candidate => candidate.IsAttained && candidate.Value == infimum),
            supremum, candidates.Any(candidate => candidate.IsAttained && candidate.Value == supremum));
    }

    private IEnumerable<double> Zeros()
    {
        foreach (Samples piece in _pieces)
        {
            for (int i = 0; i < piece.X.Length; i++)
            {
                double value = piece.Values[i], next = i + 1 < piece.X.Length ? piece.Values[i + 1] : 0;
                // Runs of zeros are a dead region, or a tail that has become too small to be told.
                if (value == 0 && next != 0 && i > 0 && piece.Values[i - 1] != 0)
                    yield return piece.X[i];
                else if (value * next < 0)
                    yield return Round(Edge(piece.X[i], piece.X[i + 1], x => Math.Sign(Evaluator.At(_analysis.Function, x, _parameters)) != Math.Sign(value)));
            }
        }
        for (int i = 0; i < _breakpoints.Length; i++)
        {
            double left = _pieces[i].Values[_pieces[i].Values.Length - 1], right = _pieces[i + 1].Values[0];
            if (left != 0 && right != 0 && Evaluator.At(_analysis.Function, _breakpoints[i], _parameters) == 0)
                yield return Round(_breakpoints[i]);
        }
    }

    private static EquatableArray<T> Nearest<T>(IEnumerable<T> items, Func<T, double> position) =>
        items.OrderBy(item => Math.Abs(position(item))).Take(MostListed).OrderBy(position).ToEquatableArray();
}
