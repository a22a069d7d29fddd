using ActGen.Frontend.Calculus;

namespace ActGen.Gallery.Drawing;

/// <summary>A function as lines of pixels: broken where it jumps, with as few points as the eye needs.</summary>
internal static class Curve
{
    private const int Samples = 600;

    /// <summary>The drawn line stays this near to the curve, in pixels.</summary>
    private const double Tolerance = 0.06;

    /// <param name="function">Of x.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="breaks">Where the function jumps or bends sharply.</param>
    /// <param name="frame">Where it is drawn.</param>
    public static IEnumerable<IReadOnlyList<(double X, double Y)>> Of(Expression function, double[] parameters, IEnumerable<double> breaks, Frame frame)
    {
        double[] edges = [frame.MinX, .. breaks.Where(x => x > frame.MinX && x < frame.MaxX).Distinct().Order(), frame.MaxX];
        for (int i = 1; i < edges.Length; i++)
        {
            foreach (List<(double X, double Y)> run in Visible(Sampled(function, parameters, edges[i - 1], edges[i], frame), frame))
                yield return Simplified(run);
        }
    }

    /// <summary>Just inside the edges: at an edge itself the function has the value of one side only.</summary>
    private static List<(double X, double Y)> Sampled(Expression function, double[] parameters, double from, double to, Frame frame)
    {
        int count = Math.Max(8, (int)(Samples * (to - from) / (frame.MaxX - frame.MinX)));
        double inset = (frame.MaxX - frame.MinX) * 1e-9;
        double[] xs = [.. Enumerable.Range(0, count + 1).Select(i => Math.Clamp(from + ((to - from) * i / count), from + inset, to - inset))];
        double[] ys = Evaluator.At(function, xs, parameters);
        return [.. xs.Select((x, i) => (frame.X(x), frame.Y(ys[i])))];
    }

    /// <summary>Runs of points in the frame, each with the first point outside.</summary>
    private static IEnumerable<List<(double X, double Y)>> Visible(List<(double X, double Y)> points, Frame frame)
    {
        var run = new List<(double X, double Y)>();
        for (int i = 0; i < points.Count; i++)
        {
            if (IsInside(i) || (i > 0 && IsInside(i - 1)) || (i + 1 < points.Count && IsInside(i + 1)))
            {
                run.Add(points[i]);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
        if (run.Count > 1)
            yield return run;

        bool IsInside(int i) => points[i].Y >= frame.Top && points[i].Y <= frame.Bottom;
    }

    /// <summary>Ramer 1972, Douglas &amp; Peucker 1973: the farthest point stays until none is farther than the tolerance.</summary>
    private static List<(double X, double Y)> Simplified(List<(double X, double Y)> points)
    {
        var kept = new bool[points.Count];
        kept[0] = kept[^1] = true;
        Split(0, points.Count - 1);
        return [.. points.Where((_, i) => kept[i])];

        void Split(int first, int last)
        {
            (double x0, double y0) = points[first];
            double dx = points[last].X - x0, dy = points[last].Y - y0, length = Math.Sqrt((dx * dx) + (dy * dy));
            (double farthest, int at) = (Tolerance, -1);
            for (int i = first + 1; i < last; i++)
            {
                double distance = Math.Abs((dx * (points[i].Y - y0)) - (dy * (points[i].X - x0))) / length;
                if (distance > farthest)
                    (farthest, at) = (distance, i);
            }
            if (at < 0)
                return;
            kept[at] = true;
            Split(first, at);
            Split(at, last);
        }
    }
}
