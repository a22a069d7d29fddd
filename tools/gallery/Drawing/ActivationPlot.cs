using ActGen.Frontend.Calculus;
using ActGen.Gallery.Catalogue;
using ActGen.Gallery.Pages;

namespace ActGen.Gallery.Drawing;

/// <summary>One activation and its derivative over the range where something happens.</summary>
internal static class ActivationPlot
{
    private const double Width = 520, Height = 320;

    public static string Of(Activation activation)
    {
        Frame frame = FrameOf(activation);
        var svg = new SvgWriter(Width, Height, $"{activation.Name} and its derivative");
        Axes(svg, frame);
        Curves(svg, frame, activation);
        Legend(svg, frame);
        return svg.Finish();
    }

    /// <summary>Both curves with open and closed ends where f jumps.</summary>
    public static void Curves(SvgWriter svg, Frame frame, Activation activation, double radius = 3)
    {
        FormulaFacts facts = activation.Facts;
        double[] jumps = [.. facts.Jumps.Select(jump => jump.X)], bends = [.. facts.Kinks.Select(kink => kink.X), .. jumps];
        svg.Clipped(frame, "f", Joined(Curve.Of(activation.Analysis.Function, activation.Parameters, bends, frame)));
        // The dashed line above the solid one: where they coincide (eˣ) both are seen.
        svg.Clipped(frame, "d", Curve.Of(activation.Analysis.Derivative, activation.Parameters, bends, frame));
        foreach (Jump jump in facts.Jumps.Where(jump => jump.X > frame.MinX && jump.X < frame.MaxX))
        {
            foreach (double end in new[] { jump.ValueBelow, jump.ValueAbove }.Where(value => value >= frame.MinY && value <= frame.MaxY))
                svg.Circle(end == jump.Value ? "at" : "end", frame.X(jump.X), frame.Y(end), radius);
        }
    }

    /// <summary>At a kink the pieces meet: one line, so that its dashes and joins run through.</summary>
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Joined(IEnumerable<IReadOnlyList<(double X, double Y)>> pieces)
    {
        List<(double X, double Y)>? line = null;
        foreach (IReadOnlyList<(double X, double Y)> piece in pieces)
        {
            if (line is not null && Math.Abs(line[^1].X - piece[0].X) < 0.01 && Math.Abs(line[^1].Y - piece[0].Y) < 0.01)
            {
                line.AddRange(piece.Skip(1));
                continue;
            }
            if (line is not null)
                yield return line;
            line = [.. piece];
        }
        if (line is not null)
            yield return line;
    }

    private static Frame FrameOf(Activation activation)
    {
        FormulaFacts facts = activation.Facts;
        double[] features =
        [
            .. facts.Kinks.Select(kink => kink.X), .. facts.Jumps.Select(jump => jump.X),
            .. facts.Extrema.Select(extremum => extremum.X), .. facts.SlopeExtrema.Select(extremum => extremum.X),
        ];
        double reach = Math.Clamp(Math.Ceiling(1.25 * features.Select(Math.Abs).DefaultIfEmpty(0).Max()), 5, 10);
        double[] xs = [.. Enumerable.Range(0, 401).Select(i => reach * (i - 200.0) / 200)];
        double[] ys =
        [
            .. Evaluator.At(activation.Analysis.Function, xs, activation.Parameters),
            .. Evaluator.At(activation.Analysis.Derivative, xs, activation.Parameters),
        ];
        double low = Math.Max(ys.Where(double.IsFinite).Min(), -reach), high = Math.Min(ys.Where(double.IsFinite).Max(), reach);
        double margin = 0.06 * (high - low);
        return new Frame(40, 28, Width - 52, Height - 52, -reach, reach, Math.Min(low, 0) - margin, Math.Max(high, 0) + margin);
    }

    private static void Axes(SvgWriter svg, Frame frame)
    {
        foreach (double x in Ticks.Between(frame.MinX, frame.MaxX, 11))
        {
            svg.Segment(x == 0 ? "axis" : "grid", frame.X(x), frame.Top, frame.X(x), frame.Bottom);
            svg.Text(frame.X(x), frame.Bottom + 16, NumberText.Of(x), "middle");
        }
        foreach (double y in Ticks.Between(frame.MinY, frame.MaxY, 7))
        {
            svg.Segment(y == 0 ? "axis" : "grid", frame.Left, frame.Y(y), frame.Right, frame.Y(y));
            svg.Text(frame.Left - 6, frame.Y(y) + 4, NumberText.Of(y), "end");
        }
    }

    private static void Legend(SvgWriter svg, Frame frame)
    {
        double y = frame.Top - 12;
        svg.Segment("f", frame.Left, y, frame.Left + 28, y);
        svg.Text(frame.Left + 34, y + 4, "f(x)");
        svg.Segment("d", frame.Left + 80, y, frame.Left + 108, y);
        svg.Text(frame.Left + 114, y + 4, "f′(x)");
    }
}
